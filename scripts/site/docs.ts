import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Marked, type Tokens } from 'marked';
import { renderCode } from './highlight.js';
import { escapeHtml, renderHeader } from './template.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Pages of the documentation by group, in order. Any other file in `docs/` is a guide. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  Start: [
    'README.md',
    'docs/cms.md',
    'docs/styling.md',
    'docs/frameworks.md',
    'docs/hosting/README.md',
  ],
  Guides: [],
  Reference: ['docs/api.md', 'docs/vendor-contract.md', 'SECURITY.md', 'CHANGELOG.md'],
  Project: ['CONTRIBUTING.md', 'docs/architecture.md', 'docs/releasing.md', 'docs/benchmarks.md'],
};

/** A page of the documentation. */
export interface Doc {
  /** Path of its Markdown file in the repository. */
  readonly source: string;
  /** Path on the site. */
  readonly path: string;
  readonly title: string;
  readonly group: string;
}

/** A part of a page that search finds: a heading, and the text below it. */
export interface SearchEntry {
  readonly id: string;
  readonly page: string;
  readonly title: string;
  readonly text: string;
}

const read = (source: string) => readFileSync(path.join(ROOT, source), 'utf8');

const toPath = (source: string) => {
  if (source === 'README.md') return 'docs/index.html';
  const name = source.replace(/^docs\//, '').replace(/(\/README)?\.md$/, '');
  return `docs/${name.toLowerCase().replaceAll('/', '-')}.html`;
};

function readDoc(source: string, group: string): Doc {
  const title = /^# (.+)$/m.exec(read(source))?.[1]?.replaceAll('`', '') ?? source;
  return {
    source,
    path: toPath(source),
    title: source === 'README.md' ? 'Get started' : title,
    group,
  };
}

/** Reads the pages of the documentation, in the order in which the site lists them. */
export function readDocs(): Doc[] {
  const listed = new Set(Object.values(GROUPS).flat());
  const guides = readdirSync(path.join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((file) => `docs/${file.replaceAll(path.sep, '/')}`)
    .filter((source) => source.endsWith('.md') && !listed.has(source))
    .sort();
  return Object.entries({ ...GROUPS, Guides: guides }).flatMap(([group, sources]) =>
    sources
      .filter((source) => existsSync(path.join(ROOT, source)))
      .map((source) => readDoc(source, group)),
  );
}

/** Ids of headings as GitHub writes them, so that links work in both places. */
function createSlugger(): (text: string) => string {
  const used = new Map<string, number>();
  return (text) => {
    const slug = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/g, '-');
    const count = used.get(slug) ?? 0;
    used.set(slug, count + 1);
    return count ? `${slug}-${count}` : slug;
  };
}

const { repository } = JSON.parse(read('package.json')) as {
  repository?: { url?: string } | string;
};

/** URL of a file in the repository; empty as long as nobody has said where that is. */
function repositoryUrl(file: string): string {
  const url = typeof repository === 'string' ? repository : (repository?.url ?? '');
  const base = url.replace(/^git\+/, '').replace(/\.git$/, '');
  return base.startsWith('https://') ? `${base}/blob/HEAD/${file}` : '';
}

/** Translates a link of a Markdown file into one of the site. Empty for a file that the site does not have. */
function resolveLink(href: string, source: string, docs: readonly Doc[]): string {
  if (/^(\w+:|#)/.test(href)) return href;
  const [target = '', hash] = href.split('#');
  const file = path.posix.join(path.posix.dirname(source), target).replace(/\/$/, '');
  const fragment = hash ? `#${hash}` : '';
  const doc = docs.find((one) => one.source === file || one.source === `${file}/README.md`);
  if (doc) return path.posix.relative('docs', doc.path) + fragment;
  const isPage = /^(demo\/[\w-]+|index)\.html$/.test(file) && existsSync(path.join(ROOT, file));
  return isPage ? `../${file}${fragment}` : repositoryUrl(file);
}

/** Path from a page to a picture that its Markdown file names. */
const toAsset = (file: string, source: string) =>
  /^\w+:/.test(file) ? file : `../${path.posix.join(path.posix.dirname(source), file)}`;

/** Attributes of a picture, with the shape of a PNG, so that nothing moves when it loads. */
function imageAttributes(file: string, source: string): string {
  const src = `src="${escapeHtml(toAsset(file, source))}"`;
  if (!file.endsWith('.png') || /^\w+:/.test(file)) return src;
  const png = readFileSync(path.join(ROOT, path.dirname(source), file));
  return `${src} style="aspect-ratio: ${png.readUInt32BE(16)} / ${png.readUInt32BE(20)}"`;
}

/** Captions of code by the language that its Markdown names. */
const LANGUAGES: Readonly<Record<string, string>> = {
  css: 'CSS',
  html: 'HTML',
  js: 'JavaScript',
  json: 'JSON',
  jsx: 'JSX',
  mermaid: 'Mermaid',
  php: 'PHP',
  sh: 'Terminal',
  svelte: 'Svelte',
  ts: 'TypeScript',
  tsx: 'TSX',
  vue: 'Vue',
};

interface Rendered {
  readonly html: string;
  readonly headings: readonly { depth: number; id: string; text: string }[];
  readonly entries: readonly SearchEntry[];
}

const stripTags = (html: string) => html.replace(/<[^>]*>/g, '').replace(/&#?\w+;/g, ' ');

/** Renders the Markdown of a page. */
function renderMarkdown(doc: Doc, docs: readonly Doc[]): Rendered {
  const slug = createSlugger();
  const headings: Rendered['headings'][number][] = [];
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }: Tokens.Heading) {
        const content = this.parser.parseInline(tokens);
        const text = stripTags(content);
        const id = slug(text);
        headings.push({ depth, id, text });
        return `<h${depth} id="${id}"><a class="anchor" href="#${id}">${content}</a></h${depth}>\n`;
      },
      link({ href, title, tokens }: Tokens.Link) {
        const content = this.parser.parseInline(tokens);
        const url = resolveLink(href, doc.source, docs);
        const hint = title ? ` title="${escapeHtml(title)}"` : '';
        return url ? `<a href="${escapeHtml(url)}"${hint}>${content}</a>` : content;
      },
      image({ href, text }: Tokens.Image) {
        return `<img ${imageAttributes(href, doc.source)} alt="${escapeHtml(text)}" loading="lazy" />`;
      },
      html: ({ text }: Tokens.HTML | Tokens.Tag) =>
        text
          .replace(
            /\bsrcset="([^"]+)"/g,
            (_, file: string) => `srcset="${toAsset(file, doc.source)}"`,
          )
          .replace(/\bsrc="([^"]+)"/g, (_, file: string) => imageAttributes(file, doc.source)),
      code({ text, lang }: Tokens.Code) {
        return renderCode(LANGUAGES[lang ?? ''] ?? 'Code', text);
      },
      table(token: Tokens.Table) {
        const cell = ({ header, tokens }: Tokens.TableCell) => {
          const content = this.parser.parseInline(tokens);
          return header && content ? `<th scope="col">${content}</th>` : `<td>${content}</td>`;
        };
        const row = (cells: Tokens.TableCell[]) => `<tr>${cells.map(cell).join('')}</tr>`;
        const name = headings.at(-1)?.text ?? doc.title;
        return `<div class="wide" tabindex="0" role="group" aria-label="Table: ${escapeHtml(name)}"><table>
<thead>${row(token.header)}</thead>
<tbody>${token.rows.map(row).join('\n')}</tbody></table></div>`;
      },
    },
  });
  const html = marked.parse(read(doc.source), { async: false });
  return { html, headings, entries: toEntries(html, doc) };
}

/** Splits a page at its headings. */
function toEntries(html: string, doc: Doc): SearchEntry[] {
  const sections = html.split(/(?=<h[1-4] id=")/).filter((section) => section.startsWith('<h'));
  return sections.map((section) => {
    const [heading = '', ...rest] = section.split(/(?<=<\/h[1-4]>)/);
    const id = /id="([^"]*)"/.exec(heading)?.[1] ?? '';
    const isPage = heading.startsWith('<h1');
    return {
      id: `${doc.path}${isPage ? '' : `#${id}`}`,
      page: doc.title,
      title: isPage ? doc.title : stripTags(heading).trim(),
      text: stripTags(rest.join('')).replace(/\s+/g, ' ').trim(),
    };
  });
}

/** Returns what search looks through, of every page. */
export function buildSearchEntries(): SearchEntry[] {
  const docs = readDocs();
  return docs.flatMap((doc) => renderMarkdown(doc, docs).entries);
}

function renderPages(current: Doc, docs: readonly Doc[]): string {
  const link = (doc: Doc) => {
    const here = doc === current ? ' aria-current="page"' : '';
    const href = path.posix.relative('docs', doc.path);
    return `<li><a href="${href}"${here}>${escapeHtml(doc.title)}</a></li>`;
  };
  const groups = [...new Set(docs.map(({ group }) => group))].map((group) => {
    const pages = docs.filter((doc) => doc.group === group);
    return `<h2>${group}</h2><ul>${pages.map(link).join('')}</ul>`;
  });
  return groups.join('\n');
}

function renderContents({ headings }: Rendered): string {
  const items = headings.filter(({ depth }) => depth === 2);
  if (items.length < 2) return '';
  const links = items.map(({ id, text }) => `<li><a href="#${id}">${escapeHtml(text)}</a></li>`);
  return `<nav class="contents" aria-label="On this page"><h2>On this page</h2><ul>${links.join('')}</ul></nav>`;
}

/** Renders a page of the documentation. */
export function renderDoc(current: Doc, docs: readonly Doc[]): string {
  const rendered = renderMarkdown(current, docs);
  const sidebar = renderPages(current, docs);
  const description = /<p>([^]*?)<\/p>/.exec(rendered.html)?.[1] ?? current.title;
  return `<!doctype html>
<html lang="en" data-site="../">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escapeHtml(current.title)} – livewebinar-room</title>
<meta name="description" content="${escapeHtml(stripTags(description).replace(/\s+/g, ' ').slice(0, 160))}" />
<link rel="icon" href="data:," />
<link rel="stylesheet" href="../demo/site/docs.css" />
<script type="module" src="../demo/site/docs-page.ts"></script>
</head>
<body>
${renderHeader('docs', '../')}
<div class="docs">
<search>
<label for="search">Search the docs</label>
<input id="search" type="search" placeholder="Search" autocomplete="off" role="combobox" aria-expanded="false" aria-controls="search-results" aria-autocomplete="list" />
<ul id="search-results" role="listbox" aria-label="Results" hidden></ul>
</search>
<main id="content">${rendered.html}</main>
${renderContents(rendered)}
<nav class="pages" id="pages" aria-label="Docs">${sidebar}</nav>
</div>
</body>
</html>`;
}
