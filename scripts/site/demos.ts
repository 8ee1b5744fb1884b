import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SCRIPT_URL } from '../../demo/playground/code/html-tag.js';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { renderCode } from './highlight.js';
import { drawPicture } from './pictures.js';
import { escapeHtml } from './template.js';

const FOLDER = fileURLToPath(new URL('../../demo/', import.meta.url));

/** Groups of the demos, in order. Demos of any other group come last. */
const GROUPS = [
  'Basics',
  'When it opens',
  'Around the room',
  'In an application',
  'Compare and test',
];

/** The metadata in the head of a demo page. */
export interface Demo {
  /** File name without its extension. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly group: string;
  /** Place within the group. */
  readonly order: number;
}

/** The room page belongs to the demos, but is not one of their files. */
const ROOM_PAGE: Demo = {
  name: 'room',
  title: 'Rooms on your own site',
  description: 'A static page that opens the room its URL names',
  group: 'In an application',
  order: 9,
};

const meta = (html: string, name: string) =>
  new RegExp(`<meta\\s+name="${name}"\\s+content="([^"]*)"`).exec(html)?.[1] ?? '';

function readDemo(name: string): Demo {
  const html = readFileSync(`${FOLDER}${name}.html`, 'utf8');
  const [, group = '', order = '5'] = /^(.*?)\s*(\d*)$/.exec(meta(html, 'demo-group')) ?? [];
  return {
    name,
    title: /<title>([^<]*?)(?: – livewebinar-room)?<\/title>/.exec(html)?.[1] ?? name,
    description: meta(html, 'description'),
    group: group || 'More',
    order: Number(order) || 5,
  };
}

/** Reads every demo, in the order in which the site lists them. */
export function readDemos(): Demo[] {
  const rank = ({ group }: Demo) =>
    (GROUPS.indexOf(group) + GROUPS.length + 1) % (GROUPS.length + 1);
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.html') && file !== 'index.html')
    .map((file) => readDemo(file.slice(0, -'.html'.length)))
    .concat(ROOM_PAGE)
    .sort((a, b) => rank(a) - rank(b) || a.order - b.order || (a.title < b.title ? -1 : 1));
}

const linkTo = ({ name }: Demo) => (name === ROOM_PAGE.name ? '../room/' : `${name}.html`);

/** Renders the list of all demos. */
export function renderDemoList(): string {
  const demos = readDemos();
  return [...new Set(demos.map(({ group }) => group))]
    .map(
      (group) => `<h2>${escapeHtml(group)}</h2>
<ul class="cards">${demos
        .filter((demo) => demo.group === group)
        .map(
          (demo) => `<li>${drawPicture(demo.name)}
<a href="${linkTo(demo)}">${demo.title}</a> ${demo.description}</li>`,
        )
        .join('\n')}</ul>`,
    )
    .join('\n');
}

/** URLs in the files of the demos, which have no version: of the element, or of the consent adapters. */
const PACKAGE = /https:\/\/unpkg\.com\/livewebinar-room(\/dist\/cdn\/consent\.min\.js)?(?=["'])/g;

const loadFrom = (code: string, room: string, consent: string): string =>
  code.replace(PACKAGE, (_, consentFile?: string) => (consentFile ? consent : room));

/** Names the version and the files, as the code of the playground does. */
const pinVersion = (code: string): string =>
  loadFrom(code, SCRIPT_URL, new URL('consent.min.js', SCRIPT_URL).href);

const STAND_IN_ROOM = './site/stand-in-room.ts';

/** Loads the element with the stand-in instead of the package. */
export const loadStandInRoom = (code: string): string =>
  loadFrom(code, STAND_IN_ROOM, '../src/consent/index.ts');

const CODE = /<!-- code -->\n([^]*?)\s*<!-- \/code -->|<!-- code: ([\w./-]+) -->/g;

/** Removes the indentation that all lines have. */
function dedent(code: string): string {
  const indents = code.match(/^ *(?=\S)/gm) ?? [''];
  const indent = Math.min(...indents.map(({ length }) => length));
  return code.replace(new RegExp(`^ {${indent}}`, 'gm'), '').trimEnd();
}

/**
 * Collects the code of a demo: the parts of the page between `<!-- code -->` and `<!-- /code -->`, and
 * the files that a comment names.
 */
function renderDemoCode(html: string): string {
  const parts: string[] = [];
  const files: string[] = [];
  for (const [, part, file] of html.matchAll(CODE)) {
    if (part) parts.push(dedent(part));
    if (file) files.push(renderCode(file, pinVersion(readFileSync(FOLDER + file, 'utf8').trim())));
  }
  if (parts.length > 0) files.unshift(renderCode('HTML', pinVersion(parts.join('\n'))));
  return files.length > 0 ? `<section class="source"><h2>Code</h2>${files.join('')}</section>` : '';
}

/** Renders the links to the demos before and after one. */
function renderPager(name: string): string {
  const demos = readDemos();
  const index = demos.findIndex((demo) => demo.name === name);
  const link = (demo: Demo | undefined, rel: string, label: string) =>
    demo
      ? `<a rel="${rel}" href="${linkTo(demo)}"><small>${label}</small> ${demo.title}</a>`
      : '<span></span>';
  return `<nav class="pager" aria-label="Demos">${link(demos[index - 1], 'prev', 'Previous')}${link(demos[index + 1], 'next', 'Next')}</nav>`;
}

const PRELOAD =
  /<link\s+rel="preload"[^>]*href="https:\/\/embed\.livewebinar\.com([^"]*)"\s*\/>\s*/g;

/** Writes the script that preloads what a demo preloads, from the stand-in, if that is there already. */
function writePreloads(html: string): string {
  const paths = [...html.matchAll(PRELOAD)].map(([, path]) => path!.replaceAll('&amp;', '&'));
  if (paths.length === 0) return '';
  return `<script>
  const isLocal = location.hostname === 'localhost';
  const origin = isLocal ? '${STAND_IN_ORIGIN}' : navigator.serviceWorker?.controller && location.origin;
  for (const path of origin ? ${JSON.stringify(paths)} : []) {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'preload', as: 'script', referrerPolicy: 'strict-origin', href: origin + path });
    document.head.append(link);
  }
</script>
`;
}

/** A script that a consent manager blocks. Bundlers leave it alone, so the page passes the element to it. */
const BLOCKED_IMPORT = /(<script type="text\/plain"[^>]*>\s*)import\('[^']*'\)/;
const UNBLOCKED_ROOM = `<script type="module">
  import { addCopyButtons } from './site/copy-buttons.ts';
  addCopyButtons();
  window.loadRoom = () => import('${STAND_IN_ROOM}');
</script>
`;
const unblock = (html: string) =>
  BLOCKED_IMPORT.test(html)
    ? html
        .replace(BLOCKED_IMPORT, '$1loadRoom()')
        .replace('</head>', () => `${UNBLOCKED_ROOM}</head>`)
    : html;

const withStandIn = (html: string) =>
  loadStandInRoom(unblock(html))
    .replace('src="../src/index.ts"', `src="${STAND_IN_ROOM}"`)
    .replaceAll(/\s+(embed|room)-origin="http:\/\/localhost:4810"/g, '')
    .replaceAll(PRELOAD, '')
    .replace('</head>', `${writePreloads(html)}</head>`);

/** Completes a demo: its place on the site, its code, and the links to the next ones. */
export function completeDemo(name: string, html: string): string {
  const note = html.includes('<script')
    ? '<p class="stand-in">This demo runs with a stand-in for LiveWebinar. <a href="../index.html">Try it with your own room</a>.</p>'
    : '';
  // A page that brings its own main landmark keeps it.
  const main = html.includes('<main') ? 'div' : 'main';
  return withStandIn(html)
    .replace(/<nav><a href="index\.html">All demos<\/a><\/nav>\s*/, '')
    .replace(
      /<body[^>]*>/,
      `$&\n<${main} id="content" class="demo">\n<p class="crumbs"><a href="index.html">Demos</a></p>`,
    )
    .replace('</body>', `${note}${renderDemoCode(html)}${renderPager(name)}</${main}></body>`);
}
