import { isLoopback } from '../url/is-loopback.js';
import { invalidOption } from './api-error.js';

/**
 * Checks a URL to which secrets are sent: `https:`, or `http:` on a loopback host.
 *
 * @throws {LivewebinarApiError} `invalid-option`.
 */
export function checkUrl(option: string, value: string): URL {
  const url = URL.canParse(value) ? new URL(value) : null;
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!url || !isSafe || url.username || url.password || url.hash) {
    throw invalidOption(
      option,
      'must be an https: URL without credentials or fragment (http: on loopback hosts only)',
    );
  }
  return url;
}

/**
 * Checks a URL to which a path or a query is appended: like `checkUrl`, but a query is invalid too.
 *
 * @throws {LivewebinarApiError} `invalid-option`.
 */
export function checkBaseUrl(option: string, value: string): string {
  const url = checkUrl(option, value);
  if (url.search) throw invalidOption(option, 'must not have a query');
  return url.href;
}
