/** Parses an absolute or, with a base, a relative http(s) URL. Returns `null` for anything else. */
export function toHttpUrl(value: string | URL, base?: string): URL | null {
  try {
    const url = new URL(value, base);
    return /^https?:/.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}
