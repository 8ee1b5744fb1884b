/**
 * Parses the allowlists of a `Permissions-Policy` header: `camera=(self "https://a.example"), fullscreen=*`.
 * Malformed members are omitted; browsers ignore the whole header.
 *
 * @example
 * parsePermissionsPolicy('camera=(self "https://a.example")').get('camera'); // ['self', 'https://a.example']
 */
export function parsePermissionsPolicy(header: string): Map<string, string[]> {
  const policy = new Map<string, string[]>();
  const MEMBER = /\s*([a-z*][\w.*-]*)=(\([^()]*\)|[^,;()\s]+)(?:;[^,]*)?\s*(?:,|$)/y;
  for (let member = MEMBER.exec(header); member; member = MEMBER.exec(header)) {
    const [, feature = '', list = ''] = member;
    const items = list.match(/"[^"]*"|[^\s()"]+/g) ?? [];
    // The last member with a name applies.
    policy.set(
      feature,
      items.map((item) => item.replaceAll('"', '')),
    );
  }
  return policy;
}

/** Returns whether an allowlist lets a frame of another origin use a feature. */
export const allowsOrigin = (allowlist: readonly string[], origin: string): boolean =>
  allowlist.some((item) => {
    if (item === '*' || item === origin) return true;
    const [, scheme, domain] = /^(https?:\/\/)\*\.(.+)$/.exec(item) ?? [];
    return Boolean(scheme && origin.startsWith(scheme) && origin.endsWith(`.${domain}`));
  });
