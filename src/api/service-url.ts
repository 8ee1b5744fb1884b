import { invalidOption } from './api-error.js';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Checks an address that further parts are added to: as `checkServiceUrl`, and without a query.
 *
 * @throws {LivewebinarApiError} `invalid-option`.
 */
export function checkBaseUrl(option: string, address: string): string {
  const url = checkServiceUrl(option, address);
  if (url.search) throw invalidOption(option, 'must have no query');
  return url.href;
}

/**
 * Checks an address that secrets go to: `https:`, or `http:` on this machine.
 *
 * @throws {LivewebinarApiError} `invalid-option`.
 */
export function checkServiceUrl(option: string, address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  if (!url || !isSafe || url.username || url.password || url.hash) {
    throw invalidOption(option, 'must be an https address (http only for localhost)');
  }
  return url;
}
