import { createHash } from 'node:crypto';
import parse from 'content-security-policy-parser';

/** A Content-Security-Policy that the page enforces. */
export interface CspPolicy {
  /** `Content-Security-Policy header`, or the line of the `<meta>`. */
  readonly where: string;
  readonly directives: ReadonlyMap<string, readonly string[]>;
}

/** Directives that a `<meta>` cannot set. */
const HEADER_ONLY = ['frame-ancestors', 'report-uri', 'sandbox'];

/** Parses a header, which may contain several policies, or the `content` of a `<meta>`. */
export function parseCsp(text: string, where: string, isMeta = false): CspPolicy[] {
  return text
    .split(',')
    .map((policy) => parse(policy))
    .filter((directives) => directives.size > 0)
    .map((directives) => {
      if (isMeta) for (const name of HEADER_ONLY) directives.delete(name);
      return { where, directives };
    });
}

const FALLBACKS: Record<string, string[]> = {
  'script-src-elem': ['script-src', 'default-src'],
  'style-src-elem': ['style-src', 'default-src'],
  'style-src-attr': ['style-src', 'default-src'],
  'frame-src': ['child-src', 'default-src'],
  'connect-src': ['default-src'],
  'img-src': ['default-src'],
};

/** A directive of a policy. */
export interface Directive {
  /** Its name in the policy, such as `default-src`. */
  readonly name: string;
  /** The kind of request that it applies to, such as `script-src-elem`. */
  readonly kind: string;
  readonly sources: readonly string[];
}

/** Finds the directive that applies to a kind of request; `undefined` if the policy allows all. */
export function findDirective({ directives }: CspPolicy, kind: string): Directive | undefined {
  const name = [kind, ...(FALLBACKS[kind] ?? [])].find((one) => directives.has(one));
  return name === undefined ? undefined : { name, kind, sources: directives.get(name)! };
}

/** Properties of a request besides its URL that a policy takes into account. */
export interface RequestTraits {
  readonly nonce?: string | undefined;
  /** Value of the `integrity` attribute. */
  readonly integrity?: string | undefined;
  /** Added by a script that was allowed to run, not by the markup. */
  readonly isAddedByScript?: boolean;
}

const HASH = /^'sha(256|384|512)-([^']+)'$/i;

const has = ({ sources }: Directive, keyword: RegExp) => sources.some((one) => keyword.test(one));

/** Returns whether a directive contains `'strict-dynamic'`: scripts with a nonce or a hash run, and those that they add. */
export const isStrictDynamic = (directive: Directive) => has(directive, /^'strict-dynamic'$/i);

const allowsNonce = ({ sources }: Directive, nonce: string | undefined) =>
  Boolean(nonce && sources.some((one) => /^'nonce-/i.test(one) && one.slice(7, -1) === nonce));

/** Returns whether a directive allows a page to load a URL. */
export function allowsUrl(
  directive: Directive,
  url: URL,
  page: URL,
  { nonce, integrity, isAddedByScript }: RequestTraits = {},
): boolean {
  const { kind, sources } = directive;
  if (kind === 'script-src-elem') {
    if (allowsNonce(directive, nonce)) return true;
    const hashes = integrity?.split(/\s+/).filter(Boolean) ?? [];
    if (hashes.length > 0 && hashes.every((hash) => sources.includes(`'${hash}'`))) return true;
    // `'strict-dynamic'` disables host sources.
    if (isStrictDynamic(directive)) return Boolean(isAddedByScript);
  }
  return sources.some((source) => matchesSource(source, url, page));
}

/** Returns the hash of an inline script, as a source. */
export const hashSource = (text: string, bits = '256'): string =>
  `'sha${bits}-${createHash(`sha${bits}`).update(text).digest('base64')}'`;

/** Returns whether a directive allows a `<script>` with text. */
export const allowsInlineScript = (directive: Directive, text: string, nonce?: string): boolean =>
  allowsNonce(directive, nonce) ||
  directive.sources.some((source) => {
    const [, bits, hash] = HASH.exec(source) ?? [];
    return bits !== undefined && hashSource(text, bits).endsWith(`-${hash}'`);
  }) ||
  // A hash, a nonce or `'strict-dynamic'` disables `'unsafe-inline'`.
  (has(directive, /^'unsafe-inline'$/i) && !has(directive, /^'(nonce-|sha\d+-|strict-dynamic')/i));

/** Returns whether a directive allows a `style` attribute. */
export const allowsInlineStyle = (directive: Directive): boolean =>
  // A hash or a nonce disables `'unsafe-inline'`. A hash is assumed to match.
  has(directive, HASH) || (has(directive, /^'unsafe-inline'$/i) && !has(directive, /^'nonce-/i));

const SOURCE =
  /^(?:([a-z][a-z\d+.-]*):\/\/)?(\*|(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)*|\[[\d:.a-f]+\])(?::(\d+|\*))?(\/.*)?$/i;

const PORTS: Record<string, string> = { 'http:': '80', 'https:': '443' };

/** Matches a source expression such as `https://*.example.com/js/`, as CSP defines it. */
export function matchesSource(source: string, url: URL, page: URL): boolean {
  const { protocol, hostname } = url;
  const port = url.port || PORTS[protocol];
  const matchesScheme = (scheme: string) =>
    scheme === protocol || (scheme === 'http:' && protocol === 'https:');
  if (source === '*') return /^(https?|wss?):$/.test(protocol) || protocol === page.protocol;
  if (/^'self'$/i.test(source)) {
    const ownPort = page.port || PORTS[page.protocol];
    return (
      page.hostname === hostname &&
      matchesScheme(page.protocol) &&
      (ownPort === port || (ownPort === '80' && port === '443'))
    );
  }
  if (/^[a-z][a-z\d+.-]*:$/i.test(source)) return matchesScheme(source.toLowerCase());
  const [, scheme, host = '', sourcePort, path] = SOURCE.exec(source) ?? [];
  if (!host) return false;
  if (!matchesScheme(scheme ? `${scheme.toLowerCase()}:` : page.protocol)) return false;
  const matchesHost =
    host === '*' ||
    (host.startsWith('*.')
      ? hostname.endsWith(host.slice(1).toLowerCase())
      : hostname === host.toLowerCase());
  if (!matchesHost) return false;
  const matchesPort = sourcePort
    ? sourcePort === '*' || sourcePort === port || (sourcePort === '80' && port === '443')
    : port === PORTS[protocol];
  if (!matchesPort) return false;
  if (!path || path === '/') return !path || url.pathname.startsWith('/');
  return path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path;
}

/** Formats a directive with additional sources. */
export function formatWithSources(directive: Directive, added: readonly string[]): string {
  const kept = directive.sources.filter((source) => !/^'none'$/i.test(source));
  // If `default-src` is the fallback, adds a separate directive, so that only this kind of request is allowed.
  const { name: current, kind } = directive;
  const name = current === 'default-src' ? kind.replace(/-elem$/, '') : current;
  return [name, ...new Set([...kept, ...added])].join(' ');
}

/** Formats a directive as the text of a policy, such as `img-src 'self'`. */
export const formatDirective = ({ name, sources }: Pick<Directive, 'name' | 'sources'>): string =>
  [name, ...sources].join(' ');
