// Writes docs/api.md, the reference of the element, from the manifest that the build makes of the doc comments.
//   node scripts/reference.mjs           writes it
//   node scripts/reference.mjs --check   fails if it, or the manifest, falls behind the code
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

/** What stands in the code, to compare the doc comments with. */
function findGaps() {
  const sources = readdirSync(new URL('src/', root))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => read(`src/${file}`).replace(/\/\*\*[^]*?\*\//g, ''))
    .join('\n');
  const find = (pattern) => [...sources.matchAll(pattern)].flatMap(([, name]) => name.split(' '));
  // Asked for first: Lit makes the accessors then.
  const { observedAttributes } = LivewebinarRoom;
  const own = Object.getOwnPropertyDescriptors(LivewebinarRoom.prototype);
  const callbacks = new Set([
    'constructor',
    'connectedMoveCallback',
    'adoptedCallback',
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
        .map((name) => [name, 'is documented, but not there']),
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
      names(methods),
      named.filter(([, { value }]) => value).map(([name]) => name),
    ),
    ...compare('event', names(element.events), find(/super\('(livewebinar-[a-z]+)'/g)),
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
    ['', ''],
    entries.map(({ name, description }) => [code(name) || '(default)', description]),
  );

function write() {
  const room = new LivewebinarRoom();
  const eventFields = ({ type }) =>
    (classes.find(({ name }) => name === type.text)?.members ?? [])
      .map(({ name, type: of }) => code(`${name}: ${of.text}`))
      .join(', ');
  return `<!-- Made from the doc comments in src/ by \`npm run reference\`. -->

# \`<livewebinar-room>\`

${element.summary}

Grades in parentheses say how well a fact about LiveWebinar is known: A its own documentation, B its own published code, C several
public integrations. *Identity*: a change closes the room and opens it anew, once, however many change in one task. Everything else
leaves an open room alone. An attribute that is removed, \`null\` and \`undefined\` stand for the default.

## Attributes and properties

${table(
  ['attribute', 'property', 'type', 'default', ''],
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
  ['property', 'type', ''],
  fields
    .filter(({ readonly }) => readonly)
    .map(({ name, type, description }) => [code(name), code(type.text), description]),
)}

## Methods

${table(
  ['method', ''],
  methods.map(({ name, parameters = [], return: result, description }) => [
    code(
      `${name}(${parameters.map((parameter) => `${parameter.name}: ${parameter.type.text}`).join(', ')}): ${result.type.text}`,
    ),
    description,
  ]),
)}

## Events

They bubble, and leave shadow roots.

${table(
  ['event', 'class', 'fields', ''],
  element.events.map((event) => [
    code(event.name),
    code(event.type.text),
    eventFields(event),
    event.description,
  ]),
)}

## Slots

${list(element.slots)}

## Parts

${list(element.cssParts)}

## Custom states

Exactly one at a time, as in \`livewebinar-room:state(ready)\`.

${list(element.cssStates)}

## Custom properties

${table(
  ['property', 'default', ''],
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
    // Not there: as different as can be.
  }
  const isStale = current !== text;
  if (isStale)
    console.error(
      `${path} falls behind the doc comments: run \`npm run build && npm run reference\``,
    );
  console.log(
    `manifest: ${gaps.length || isStale ? 0 : 1} passed, ${gaps.length + Number(isStale)} failed`,
  );
  process.exitCode = gaps.length || isStale ? 1 : 0;
} else {
  writeFileSync(new URL(path, root), text);
  process.exitCode = gaps.length ? 1 : 0;
}
