import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { completeDemo, loadStandInRoom, renderDemoList } from './demos.js';
import { buildSearchEntries, readDocs, renderDoc } from './docs.js';
import { addHeader } from './template.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SEARCH_FILE = 'docs/search.json';

/** HTML pages of the documentation, which exist as Markdown only. */
export const docPages = (): string[] => readDocs().map(({ path }) => ROOT + path);

/** Renders the documentation page of a path on the site. */
function renderDocPage(path: string): string | undefined {
  const docs = readDocs();
  const doc = docs.find((one) => one.path === path);
  return doc && renderDoc(doc, docs);
}

/** Gives every page of the site its header, demos their code, and Markdown files their pages. */
export function sitePages(): Plugin {
  return {
    name: 'site-pages',
    resolveId: (id) => (docPages().includes(id) ? id : null),
    load: (id) => (id.endsWith('.html') ? renderDocPage(id.slice(ROOT.length)) : null),
    transform: {
      filter: { id: /\/demo\/[\w-]+\.js$/ },
      handler: (code) => ({ code: loadStandInRoom(code), map: null }),
    },
    transformIndexHtml: {
      order: 'pre',
      handler(html, { filename }) {
        const path = filename.slice(ROOT.length);
        if (path === 'index.html') return addHeader(html, 'playground', '');
        const [, demo] = /^demo\/([\w-]+)\.html$/.exec(path) ?? [];
        if (!demo) return html;
        const body =
          demo === 'index'
            ? html.replace('<!-- demos -->', renderDemoList())
            : completeDemo(demo, readFileSync(filename, 'utf8'));
        return addHeader(body, 'demos', '../');
      },
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1);
        if (path === SEARCH_FILE) {
          response.setHeader('content-type', 'application/json');
          return response.end(JSON.stringify(buildSearchEntries()));
        }
        const html = renderDocPage(path.endsWith('/') ? `${path}index.html` : path);
        if (!html) return next();
        server.transformIndexHtml(`/${path}`, html).then((page) => {
          response.setHeader('content-type', 'text/html; charset=utf-8');
          response.end(page);
        }, next);
      });
    },
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName: SEARCH_FILE,
        source: JSON.stringify(buildSearchEntries()),
      });
    },
  };
}
