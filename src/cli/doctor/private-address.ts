import { BlockList, isIPv6 } from 'node:net';

const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(network, prefix, 'ipv6');

/**
 * Returns whether an IP address is not public: loopback, private, link-local or reserved.
 *
 * @example
 * isPrivateAddress('169.254.169.254'); // true
 */
export const isPrivateAddress = (address: string): boolean =>
  // IPv4-mapped addresses are matched against the IPv4 networks.
  PRIVATE.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
