import type { Finding } from '../../findings/finding.js';
import { examinePage } from './examine-page.js';
import { HttpProblem, type Get } from './http-client.js';
import { readPage, type Page } from './read-page.js';

const MAX_REFRESHES = 3;

/** Caches responses, so that each URL is requested once. */
function cacheResponses(get: Get): Get {
  const responses = new Map<string, ReturnType<Get>>();
  return (url) => {
    const response = responses.get(url.href) ?? get(url);
    responses.set(url.href, response);
    return response;
  };
}

/** Formats a URL without its query and without the segments of its path that can be tokens. */
function formatUrl({ origin, pathname }: URL): string {
  const shown = pathname
    .replace(/(\d{3}-\d{3}-\d{3}\/).+/, '$1…')
    .replace(/\/([xpr])\/[^/]+/, '/$1/…')
    .split('/')
    .map((segment) => (/^(?=.*\d)(?=.*[a-z])[a-z\d]{7,}$/i.test(segment) ? '…' : segment));
  return origin + shown.join('/');
}

/** Returns the target of a `<meta http-equiv="refresh">` that redirects from a page without a room within six seconds. */
function findRefresh(page: Page): URL | undefined {
  if (page.rooms.length > 0) return undefined;
  for (const { name, attributes, isInTemplate } of page.elements) {
    if (name !== 'meta' || isInTemplate || !/^refresh$/i.test(attributes['http-equiv'] ?? ''))
      continue;
    const [, target] =
      /^\s*[0-5](?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?['"]?([^'"]+)/i.exec(attributes.content ?? '') ??
      [];
    if (target) return page.resolve(target);
  }
  return undefined;
}

const suggestRemedy = (status: number) =>
  status === 401 || status === 403
    ? 'The doctor sees only pages that need no login.'
    : 'Check the URL and the server.';

/** Examines one page. Rejects with an `HttpProblem` if it cannot be examined. */
export async function diagnosePage(
  start: URL,
  get: Get,
): Promise<{ url: string; findings: Finding[] }> {
  const getOnce = cacheResponses(get);
  let url: URL | undefined = start;
  for (let refreshes = 0; refreshes <= MAX_REFRESHES; refreshes += 1) {
    const response = await getOnce(url);
    if (response.status >= 400)
      throw new HttpProblem(
        `The server responded with ${response.status}. ${suggestRemedy(response.status)}`,
      );
    const page = readPage(response);
    url = findRefresh(page);
    if (!url || url.href === response.url.href)
      return { url: formatUrl(response.url), findings: await examinePage(page, getOnce) };
  }
  throw new HttpProblem(`The page redirects visitors more than ${MAX_REFRESHES} times.`);
}
