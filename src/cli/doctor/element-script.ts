import type { Page, PageElement } from './read-page.js';

/** How a page loads the element. */
export interface ElementScript {
  readonly url: URL;
  readonly line: number;
  /** The `<script>` with this URL as its `src`; `undefined` for an import or an import map. */
  readonly tag?: PageElement;
}

const FILE = /\/livewebinar-room(\.all)?\.min\.js$/;
const PACKAGE = /\/livewebinar-room(@[^/]*)?(\/|$)/;
const ROOM_PAGE_FILE = /\/(enter-room|room-page)\.js$/;
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*["']([^"']*livewebinar-room[^"']*)["']/g;

const isElementUrl = ({ protocol, pathname }: URL) =>
  /^https?:$/.test(protocol) &&
  (FILE.test(pathname) || (PACKAGE.test(pathname) && !/\.css$/.test(pathname)));

/** Returns the URLs from which the text of a script imports the element. */
function importedUrls({ attributes, text }: PageElement): string[] {
  if (attributes.type === 'module') return [...text.matchAll(IMPORT)].map(([, url]) => url!);
  if (attributes.type !== 'importmap') return [];
  try {
    const { imports } = JSON.parse(text) as { imports?: Record<string, unknown> };
    return Object.entries(imports ?? {})
      .filter(([name, url]) => name === 'livewebinar-room' && typeof url === 'string')
      .map(([, url]) => url as string);
  } catch {
    return [];
  }
}

/** Finds the scripts that define the element. The page's own bundles cannot be recognized. */
export const findElementScripts = (page: Page): ElementScript[] =>
  page.elements
    .filter(({ name }) => name === 'script')
    .flatMap((tag): ElementScript[] => {
      const { line } = tag;
      if (tag.attributes.src !== undefined) {
        const url = page.resolve(tag.attributes.src);
        return url && isElementUrl(url) ? [{ url, line, tag }] : [];
      }
      return importedUrls(tag)
        .filter((url) => /^(https?:|\.{0,2}\/)/.test(url))
        .map((url) => page.resolve(url))
        .filter((url): url is URL => url !== undefined && isElementUrl(url))
        .map((url) => ({ url, line }));
    });

/** Returns whether a page is the room page of this package, which sets the license key from its URL. */
export const isRoomPage = (page: Page): boolean =>
  page.elements.some(
    ({ name, attributes }) =>
      name === 'script' && ROOM_PAGE_FILE.test(page.resolve(attributes.src)?.pathname ?? ''),
  );
