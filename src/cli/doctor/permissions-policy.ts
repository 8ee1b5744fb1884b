/** A bare item of a structured field: a string, a token, a number, a boolean or bytes. */
const ITEM =
  String.raw`(?:"(?:[^"\\]|\\["\\])*"|[a-zA-Z*][\w!#$%&'*+.^|~:/` +
  '`' +
  String.raw`-]*|-?\d+(?:\.\d+)?|\?[01]|:[\w+/=]*:)`;
const PARAMETERS = String.raw`(?:; *[a-z*][\w.*-]*(?:=${ITEM})?)*`;
const LIST = String.raw`\( *(?:${ITEM}${PARAMETERS}(?: +${ITEM}${PARAMETERS})* *)?\)`;
const MEMBER = new RegExp(
  String.raw`([a-z*][a-z\d_.*-]*)(?:=(${LIST}|${ITEM}))?${PARAMETERS}(?:[ \t]*(?:,[ \t]*(?!$)|$))`,
  'y',
);

/**
 * Parses the allowlists of a `Permissions-Policy` header: `camera=(self "https://a.example"), fullscreen=*`.
 * Each item keeps its quotes: only a string is an origin. Browsers ignore a malformed header, such as one
 * in the syntax of `Feature-Policy`.
 *
 * @example
 * parsePermissionsPolicy('camera=(self "https://a.example")').get('camera'); // ['self', '"https://a.example"']
 */
export function parsePermissionsPolicy(header: string): Map<string, string[]> {
  const policy = new Map<string, string[]>();
  const text = header.trim();
  const member = new RegExp(MEMBER);
  while (member.lastIndex < text.length) {
    const [, feature, list = ''] = member.exec(text) ?? [];
    if (feature === undefined) return new Map();
    // The last member with a name applies.
    policy.set(feature, list.match(/"(?:[^"\\]|\\.)*"|[^\s()"]+/g) ?? []);
  }
  return policy;
}

/**
 * Parses the older `Feature-Policy` header, which Chromium still applies to features without a
 * `Permissions-Policy`, into the same items.
 *
 * @example
 * parseFeaturePolicy("camera 'self' https://a.example").get('camera'); // ['self', '"https://a.example"']
 */
export function parseFeaturePolicy(header: string): Map<string, string[]> {
  const policy = new Map<string, string[]>();
  for (const directive of header.split(/[;,]/)) {
    const [feature = '', ...listed] = directive.trim().toLowerCase().split(/\s+/);
    const items = listed.length > 0 ? listed : ["'self'"];
    // The first directive with a name applies.
    if (policy.has(feature)) continue;
    const known = items.filter((item) => item !== "'none'");
    policy.set(
      feature,
      known.map((item) => (item === '*' ? item : item === "'self'" ? 'self' : `"${item}"`)),
    );
  }
  return policy;
}

/** Formats an allowlist as in the `Feature-Policy` header. */
export const formatFeaturePolicy = (feature: string, items: readonly string[]): string =>
  items.length === 0
    ? `${feature} 'none'`
    : [
        feature,
        ...items.map((item) => (item === 'self' ? "'self'" : item.replaceAll('"', ''))),
      ].join(' ');

/** Returns whether an item is an origin: a URL in quotes, possibly with `*.` in front of its host. */
export const isOriginItem = (item: string): boolean =>
  item.startsWith('"') && URL.canParse(item.slice(1, -1).replace('*.', ''));

/** Returns whether an allowlist includes an origin. `page` is the origin of `self`. */
export const allowsOrigin = (allowlist: readonly string[], origin: string, page: string): boolean =>
  allowlist.some((item) => {
    if (item === '*') return true;
    if (item === 'self') return origin === page;
    if (!isOriginItem(item)) return false;
    const allowed = item.slice(1, -1);
    const [, scheme, domain] = /^(https?:\/\/)\*\.(.+)$/.exec(allowed) ?? [];
    return scheme
      ? origin.startsWith(scheme) && origin.endsWith(`.${domain}`)
      : new URL(allowed).origin === origin;
  });
