// @ts-check
import { getConnInfo } from '@hono/node-server/conninfo';

/**
 * Returns the address that identifies a client: an IPv4 address, or the /64 network of an IPv6 address, as
 * a household or server usually has a whole network.
 *
 * @param {import('hono').Context} context
 * @param {boolean} isBehindProxy Whether a proxy appends the client's address to `X-Forwarded-For`.
 */
export function clientAddress(context, isBehindProxy) {
  const forwarded = isBehindProxy ? context.req.header('x-forwarded-for') : undefined;
  // A client may send the header too; only the last address is the proxy's.
  return toNetwork(forwarded?.split(',').at(-1)?.trim() ?? remoteAddress(context));
}

/** @param {import('hono').Context} context */
function remoteAddress(context) {
  try {
    return getConnInfo(context).remote.address ?? '';
  } catch {
    // A request that did not come over the network.
    return '';
  }
}

/** @param {string} address */
function toNetwork(address) {
  const [ipv4] = /\d+\.\d+\.\d+\.\d+$/.exec(address) ?? [];
  if (ipv4 || !address.includes(':')) return ipv4 ?? address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const groups = head.split(':');
  if (tail !== undefined) {
    const end = tail.split(':');
    groups.push(...Array(Math.max(0, 8 - groups.length - end.length)).fill('0'), ...end);
  }
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group || '0', 16).toString(16))
    .join(':');
}
