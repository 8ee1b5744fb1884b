import type { Page, PageElement } from './read-page.js';

/** A script that loads the element. */
export interface ElementScript {
  readonly url: URL;
  readonly line: number;
  /** The `<script>` that loads the URL with `src`, imports it, or maps the name of the package to it. */
  readonly script: PageElement;
  readonly how: 'src' | 'import' | 'map';
}

const FILE = /\/livewebinar-room(\.all)?\.min\.js$/;
const PACKAGE = /\/livewebinar-room(@[^/]*)?(\/|$)/;
/** Files of the package that do not define the element. */
const OTHER_FILE = /\.css$|\/(url|calendar|consent|api|testing)(\.min\.js|\/.*)?$/;
const ROOM_PAGE_FILE = /\/(enter-room|room-page)\.js$/;
const IMPORT = /\b(?:from|import)\s{0,9}\(?\s{0,9}["']([^"'\s]{1,2000})["']/g;

const isElementUrl = ({ protocol, pathname }: URL) =>
  /^https?:$/.test(protocol) &&
  (FILE.test(pathname) || (PACKAGE.test(pathname) && !OTHER_FILE.test(pathname)));

/** Returns whether a script is a module, even if Cloudflare's Rocket Loader has prefixed its type. */
export const isModule = ({ attributes }: PageElement): boolean =>
  /^(.+-)?module$/i.test(attributes.type?.trim() ?? '');

/** Returns the URLs to which an import map maps the names of the package. */
function readImportMap(text: string): string[] {
  try {
    const { imports } = JSON.parse(text) as { imports?: Record<string, unknown> };
    return Object.entries(imports ?? {})
      .filter(([name]) => /^livewebinar-room(\/|$)/.test(name))
      .map(([, url]) => String(url));
  } catch {
    return [];
  }
}

/** Finds the scripts that load the element. Bundles that contain it cannot be recognized. */
export const findElementScripts = (page: Page): ElementScript[] =>
  page.elements
    .filter(({ name, isInTemplate }) => name === 'script' && !isInTemplate)
    .flatMap((script): ElementScript[] => {
      const { line, attributes, text } = script;
      let how: ElementScript['how'] = 'src';
      let urls = [attributes.src];
      if (attributes.src === undefined) {
        how = isModule(script) ? 'import' : 'map';
        if (how === 'import') urls = [...text.matchAll(IMPORT)].map(([, url]) => url);
        else urls = /^importmap$/i.test(attributes.type?.trim() ?? '') ? readImportMap(text) : [];
        // An import map, which is another script, resolves the other names.
        urls = urls.filter((url) => /^(https?:|\.{0,2}\/)/.test(url ?? ''));
      }
      return urls
        .map((url) => page.resolve(url))
        .filter((url): url is URL => url !== undefined && isElementUrl(url))
        .map((url) => ({ url, line, script, how }));
    });

/** Returns whether a page is the room page of this package, which sets the license key from its URL. */
export const isRoomPage = (page: Page): boolean =>
  page.elements.some(
    ({ name, attributes }) =>
      name === 'script' && ROOM_PAGE_FILE.test(page.resolve(attributes.src)?.pathname ?? ''),
  );
