// Writes docs/api.md, the reference of the element, from the manifest that the build creates from the doc comments.
//   node scripts/reference.mjs           writes it
//   node scripts/reference.mjs --check   fails if it is stale, or if the code and the doc comments differ
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { LitElement } from 'lit';
import prettier from 'prettier';
import { LivewebinarRoom } from '../dist/livewebinar-room.js';

const root = new URL('../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

const manifest = JSON.parse(read('dist/custom-elements.json'));
const classes = manifest.modules.flatMap(({ declarations }) => declarations);
const element = classes.find(({ tagName }) => tagName === 'livewebinar-room');
const fields = element.members.filter(({ kind }) => kind === 'field');
const methods = element.members.filter(({ kind }) => kind === 'method');

/** Error codes with their meaning, from the doc comment of their type. */
const [errorComment, errorUnion] = read('src/errors.ts').split('export type LivewebinarErrorCode');
const errorCodes = [...errorComment.matchAll(/^ \* - `([a-z-]+)`: (.*)$/gm)].map(
  ([, name, description]) => ({ name, description: upperFirst(description) }),
);

/** Commands, which the manifest has no place for. */
const COMMANDS = [
  { name: '--join', description: 'Calls `load()`.' },
  { name: '--leave', description: 'Calls `unload()`.' },
  { name: '--reload', description: 'Calls `reload()`.' },
  { name: '--fullscreen', description: 'Calls `toggleFullscreen()`.' },
];

function upperFirst(text) {
  return text[0].toUpperCase() + text.slice(1);
}

/** Sources that do not belong to the element. */
const OTHER_SOURCES = /^(api|cli|react|room-page|testing|types|url|vue)\//;

/** Compares the doc comments with the code and returns a sentence for each difference. */
function findGaps() {
  const sources = readdirSync(new URL('src/', root), { recursive: true })
    .filter((file) => file.endsWith('.ts') && !OTHER_SOURCES.test(file))
    .map((file) => read(`src/${file}`).replace(/\/\*\*[^]*?\*\//g, ''))
    .join('\n');
  const find = (pattern) => [...sources.matchAll(pattern)].flatMap(([, name]) => name.split(' '));
  // Read first, because Lit creates the accessors then.
  const { observedAttributes } = LivewebinarRoom;
  const own = Object.getOwnPropertyDescriptors(LivewebinarRoom.prototype);
  const callbacks = new Set([
    'constructor',
    'connectedMoveCallback',
    'adoptedCallback',
    'removeChild',
    ...Object.getOwnPropertyNames(LitElement.prototype),
    ...Object.getOwnPropertyNames(Object.getPrototypeOf(LitElement.prototype)),
  ]);
  const named = Object.entries(own).filter(([name]) => !callbacks.has(name));
  const names = (list) => (list ?? []).map(({ name }) => name);
  const compare = (what, documented, found) => {
    const wanted = new Set(found);
    return [
      ...[...wanted]
        .filter((name) => !documented.includes(name))
        .map((name) => [name, 'is not documented']),
      ...documented
        .filter((name) => !wanted.has(name))
        .map((name) => [name, 'is documented, but does not exist']),
    ].map(([name, complaint]) => `${what} ${name || '(default)'} ${complaint}`);
  };
  return [
    ...compare('attribute', names(element.attributes), observedAttributes),
    ...compare(
      'property',
      names(fields.filter(({ readonly }) => !readonly)),
      named.filter(([, { set }]) => set).map(([name]) => name),
    ),
    ...compare(
      'read-only property',
      names(fields.filter(({ readonly }) => readonly)),
      named.filter(([, { get, set }]) => get && !set).map(([name]) => name),
    ),
    ...compare(
      'method',
      names(methods.filter((method) => !method.static)),
      named.filter(([, { value }]) => value).map(([name]) => name),
    ),
    ...compare(
      'static method',
      names(methods.filter((method) => method.static)),
      Object.entries(Object.getOwnPropertyDescriptors(LivewebinarRoom))
        .filter(([name, { value }]) => typeof value === 'function' && !(name in LitElement))
        .map(([name]) => name),
    ),
    ...compare('event', names(element.events), find(/super\('(livewebinar-[a-z]+)'/g)),
    ...compare('command', names(COMMANDS), find(/command === '(--[a-z]+)'/g)),
    ...compare(
      'error code',
      names(errorCodes),
      [...errorUnion.split(';', 1)[0].matchAll(/'([a-z-]+)'/g)].map(([, name]) => name),
    ),
    ...compare('part', names(element.cssParts), find(/\bpart="([^"]+)"/g)),
    ...compare(
      'custom property',
      names(element.cssProperties),
      find(/var\(\s*(--livewebinar-room-[a-z-]+)/g),
    ),
    ...[
      ...element.members,
      ...element.events,
      ...element.slots,
      ...element.cssParts,
      ...element.cssStates,
      ...element.cssProperties,
    ]
      .filter(({ description }) => !description)
      .map(({ name }) => `${name} has no description`),
  ];
}

const code = (text) => (text ? `\`${text}\`` : '');
const cell = (text = '') => String(text).replace(/\s+/g, ' ').replace(/\|/g, '\\|');
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows]
    .map((row) => `| ${row.map(cell).join(' | ')} |`)
    .join('\n');
const list = (entries) =>
  table(
    ['name', 'description'],
    entries.map(({ name, description }) => [code(name) || '(default)', description]),
  );

function signatureOf({ name, static: isStatic, parameters = [], return: result }) {
  const owner = isStatic ? LivewebinarRoom : LivewebinarRoom.prototype;
  const list = parameters.map((parameter) => {
    // The manifest does not tell rest parameters apart.
    const rest = String(owner[name]).includes(`...${parameter.name}`) ? '...' : '';
    return `${rest}${parameter.name}: ${parameter.type.text}`;
  });
  return `${isStatic ? 'LivewebinarRoom.' : ''}${name}(${list.join(', ')}): ${result.type.text}`;
}

function write() {
  const room = new LivewebinarRoom();
  const eventFields = ({ type }) =>
    (classes.find(({ name }) => name === type.text)?.members ?? [])
      .map(({ name, type: of }) => code(`${name}: ${of.text}`))
      .join(', ');
  return `<!-- Generated from the doc comments in src/ by \`npm run reference\`. -->

# \`<livewebinar-room>\`

${element.summary}

A changed property reopens the room only if its description says so. Several changes in the same task reopen it once. \`null\`, \`undefined\` and a removed attribute restore the default.

## Attributes and properties

${table(
  ['attribute', 'property', 'type', 'default', 'description'],
  fields
    .filter(({ readonly }) => !readonly)
    .map(({ attribute, name, type, description }) => [
      code(attribute),
      code(name),
      code(type.text),
      code(typeof room[name] === 'object' ? '{}' : String(room[name])),
      description,
    ]),
)}

## Read-only properties

${table(
  ['property', 'type', 'description'],
  fields
    .filter(({ readonly }) => readonly)
    .map(({ name, type, description }) => [code(name), code(type.text), description]),
)}

## Methods

${table(
  ['method', 'description'],
  methods.map((method) => [code(signatureOf(method)), method.description]),
)}

## Events

All events bubble and are composed.

${table(
  ['event', 'class', 'fields', 'description'],
  element.events.map((event) => [
    code(event.name),
    code(event.type.text),
    eventFields(event),
    event.description,
  ]),
)}

## Commands

Invoker commands, for buttons without a script: \`<button commandfor="room" command="--join">\`, where \`room\` is the \`id\` of the element. They require
Chrome 135, Firefox 144 or Safari 26.2; in older browsers, call the method.

${list(COMMANDS)}

## Error codes

Test \`error.code\`, not the message: messages are for people and can change.

${list(errorCodes)}

## Slots

${list(element.slots)}

## Parts

${list(element.cssParts)}

## Custom states

The element has exactly one of them at a time. Select it with \`livewebinar-room:state(ready)\`, which requires Chrome 125, Firefox 126 or
Safari 17.4; in older browsers, listen for \`livewebinar-statechange\`.

${list(element.cssStates)}

## Custom properties

${table(
  ['property', 'default', 'description'],
  element.cssProperties.map((property) => [
    code(property.name),
    code(property.default),
    property.description,
  ]),
)}
`;
}

const path = 'docs/api.md';
const text = await prettier.format(write(), {
  parser: 'markdown',
  ...JSON.parse(read('package.json')).prettier,
});
const gaps = findGaps();
for (const gap of gaps) console.error(gap);
if (process.argv.includes('--check')) {
  let current = '';
  try {
    current = read(path);
  } catch {
    // It does not exist yet.
  }
  const isStale = current !== text;
  if (isStale) console.error(`${path} is stale: run \`npm run build && npm run reference\``);
  console.log(
    `manifest: ${gaps.length || isStale ? 0 : 1} passed, ${gaps.length + Number(isStale)} failed`,
  );
  process.exitCode = gaps.length || isStale ? 1 : 0;
} else {
  writeFileSync(new URL(path, root), text);
  process.exitCode = gaps.length ? 1 : 0;
}
