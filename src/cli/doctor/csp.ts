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
  readonly name: string;
  readonly sources: readonly string[];
}

/** Finds the directive that applies to a kind of request; `undefined` if the policy allows all. */
export function findDirective({ directives }: CspPolicy, kind: string): Directive | undefined {
  const name = [kind, ...(FALLBACKS[kind] ?? [])].find((one) => directives.has(one));
  return name === undefined ? undefined : { name, sources: directives.get(name)! };
}

/** Properties of a request besides its URL that a policy takes into account. */
export interface RequestTraits {
  readonly nonce?: string | undefined;
  /** Value of the `integrity` attribute. */
  readonly integrity?: string | undefined;
  /** Added by a script that was allowed to run, not by the markup. */
  readonly isAddedByScript?: boolean;
}

const HASH = /^'sha(256|384|512)-[^']+'$/i;

/** Returns whether a directive allows a page to load a URL. */
export function allowsUrl(
  { name, sources }: Directive,
  url: URL,
  page: URL,
  { nonce, integrity, isAddedByScript }: RequestTraits = {},
): boolean {
  if (name.startsWith('script-src') || name === 'default-src') {
    if (nonce && sources.includes(`'nonce-${nonce}'`)) return true;
    const hashes = integrity?.split(/\s+/).filter(Boolean) ?? [];
    if (hashes.length > 0 && hashes.every((hash) => sources.includes(`'${hash}'`))) return true;
    // Host sources have no effect in combination with it.
    if (sources.some((source) => /^'strict-dynamic'$/i.test(source)))
      return Boolean(isAddedByScript);
  }
  return sources.some((source) => matchesSource(source, url, page));
}

/** Returns whether a directive allows a `style` attribute, or a `<style>` with a nonce. */
export const allowsInlineStyle = ({ sources }: Directive, nonce?: string): boolean =>
  Boolean(nonce && sources.includes(`'nonce-${nonce}'`)) ||
  // A hash or a nonce disables it. Whether a hash matches is not checked.
  (sources.some((source) => HASH.test(source))
    ? true
    : sources.some((source) => /^'unsafe-inline'$/i.test(source)) &&
      !sources.some((source) => /^'nonce-/i.test(source)));

const SOURCE =
  /^(?:([a-z][a-z\d+.-]*):\/\/)?(\*|(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)*|\[[\d:.a-f]+\])(?::(\d+|\*))?(\/.*)?$/i;

const PORTS: Record<string, string> = { 'http:': '80', 'https:': '443' };

/** Matches a source expression such as `https://*.example.com/js/`, as CSP defines it. */
export function matchesSource(source: string, url: URL, page: URL): boolean {
  const { protocol, hostname } = url;
  const port = url.port || PORTS[protocol];
  const upgrades = (from: string) =>
    from === protocol || (from === 'http:' && protocol === 'https:');
  if (source === '*') return /^(https?|wss?):$/.test(protocol) || protocol === page.protocol;
  if (/^'self'$/i.test(source)) {
    const ownPort = page.port || PORTS[page.protocol];
    return (
      page.hostname === hostname &&
      upgrades(page.protocol) &&
      (ownPort === port || (ownPort === '80' && port === '443'))
    );
  }
  if (/^[a-z][a-z\d+.-]*:$/i.test(source)) return upgrades(source.toLowerCase());
  const [, scheme, host = '', sourcePort, path] = SOURCE.exec(source) ?? [];
  if (!host) return false;
  if (!upgrades(scheme ? `${scheme.toLowerCase()}:` : page.protocol)) return false;
  const isHost =
    host === '*' ||
    (host.startsWith('*.')
      ? hostname.endsWith(host.slice(1).toLowerCase())
      : hostname === host.toLowerCase());
  if (!isHost) return false;
  const isPort = sourcePort
    ? sourcePort === '*' || sourcePort === port || (sourcePort === '80' && port === '443')
    : port === PORTS[protocol];
  if (!isPort) return false;
  if (!path || path === '/') return !path || url.pathname.startsWith('/');
  return path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path;
}

/** Writes a directive that allows further sources as well. */
export function addSources(directive: Directive, kind: string, added: readonly string[]): string {
  const kept = directive.sources.filter((source) => !/^'none'$/i.test(source));
  // If `default-src` is the fallback, adds a separate directive, so that only this kind of request is allowed.
  const name = directive.name === 'default-src' ? kind.replace(/-elem$/, '') : directive.name;
  return [name, ...new Set([...kept, ...added])].join(' ');
}

/** Formats a directive as in a policy. */
export const showDirective = ({ name, sources }: Directive): string => [name, ...sources].join(' ');
