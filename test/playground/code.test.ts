import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { toCssText } from '../../demo/playground/appearance.js';
import { writeAngular } from '../../demo/playground/code/angular.js';
import { writeHeadLines } from '../../demo/playground/code/head-lines.js';
import { writeHtml } from '../../demo/playground/code/html-tag.js';
import { writeJavaScript } from '../../demo/playground/code/plain-javascript.js';
import { FORMATS, type Format } from '../../demo/playground/code/formats.js';
import { toKebabCase } from '../../src/url/to-kebab-case.js';
import { writeSvelte } from '../../demo/playground/code/svelte.js';
import {
  DEFAULTS,
  toRoomOptions,
  type RoomOptions,
  type Settings,
} from '../../demo/playground/settings.js';
import { LivewebinarRoom } from '../../src/index.js';
import { anyText, HOSTILE, LOOK, roomWith } from './hostile.js';

/** Runs code in which `document` is not this page. */
const run = (code: string, page: object = {}): unknown =>
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- generated code is run to see what it does
  (new Function('document', code) as (page: object) => unknown)(page);

/** Settings of which none is at its default. */
const EVERYTHING = {
  ...Object.fromEntries(Object.keys(DEFAULTS).map((name) => [name, 'set'])),
  isolated: true,
  controls: true,
  opensBefore: '30',
  askName: 'required',
  embedOptions: '_first=1',
} as unknown as Settings;

/** Values that an element has for the names of the options. */
const told = (room: LivewebinarRoom, options: RoomOptions): Record<string, unknown> =>
  Object.fromEntries(Object.keys(options).map((name) => [name, room[name as keyof RoomOptions]]));

/** Parses the page and runs its scripts, like a browser. */
function readHtml(code: string): { room: LivewebinarRoom; scripts: string[]; page: Document } {
  const page = new DOMParser().parseFromString(code, 'text/html');
  const room = document.importNode(page.querySelector('livewebinar-room')!, true);
  const scripts = [...page.scripts].filter(({ src }) => !src).map(({ text }) => text);
  for (const script of scripts) run(script, { querySelector: () => room });
  return { room, scripts, page };
}

function readJavaScript(code: string): LivewebinarRoom {
  const room = document.createElement('livewebinar-room');
  run(code.replace(/^import .*/, ''), {
    createElement: () => room,
    querySelector: () => ({ append: () => {} }),
  });
  return room;
}

function readAngular(code: string): unknown {
  const [template, component] = code.split('export class Webinar {');
  const bound = [...template!.matchAll(/\[(\w+)\]="room\.\1"/g)].map(([, name]) => name);
  const room = run(`return new (class {${component!.replace('readonly ', '')})().room`) as object;
  // The template names properties and holds no value.
  expect(bound).to.deep.equal(Object.keys(room));
  expect(template).to.equal(
    writeAngular({ ...blank(room) }, LOOK).split('export class Webinar {')[0],
  );
  expect(template).to.include(`lang="de"\n      style="${toCssText(LOOK.style)}"`);
  return room;
}

/** The same properties with arbitrary values. */
const blank = (room: object) =>
  Object.fromEntries(Object.keys(room).map((name) => [name, ''])) as unknown as RoomOptions;

function readSvelte(code: string): Record<string, unknown> {
  const tag = code.slice(code.indexOf('<livewebinar-room'));
  const attributes = tag.split('\n').slice(1, -1);
  return Object.fromEntries(
    attributes.map((line) => {
      const [, name, text, expression] =
        /^ {2}([\w-]+)(?:="([^"{}&<>]*)"|=\{(.*)\})?$/s.exec(line) ?? [];
      const value = text ?? (expression === undefined || run(`return ${expression}`));
      return [name!, value] as const;
    }),
  );
}

function expectLook({ lang, style }: HTMLElement): void {
  expect(lang).to.equal(LOOK.lang);
  for (const [name, value] of Object.entries(LOOK.style)) {
    expect(style.getPropertyValue(name)).to.equal(value);
  }
}

const inAttributes = (options: RoomOptions) =>
  Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name === 'embedOptions' ? name : toKebabCase(name),
      value,
    ]),
  );

describe('code of the playground', () => {
  const check = (options: RoomOptions) => {
    const { room, scripts, page } = readHtml(writeHtml(options, LOOK));
    expect(told(room, options)).to.deep.equal(options);
    expectLook(room);
    expect(scripts).to.have.length(options.embedOptions ? 1 : 0);
    expect(page.body.children).to.have.length(1);
    const created = readJavaScript(writeJavaScript(options, LOOK));
    expect(told(created, options)).to.deep.equal(options);
    expectLook(created);
    expect(readAngular(writeAngular(options, LOOK))).to.deep.equal(options);
    expect(readSvelte(writeSvelte(options, LOOK))).to.deep.equal({
      ...inAttributes(options),
      lang: LOOK.lang,
      style: toCssText(LOOK.style),
    });
  };

  for (const text of HOSTILE) {
    it(`gives back ${JSON.stringify(text)} in HTML, JavaScript, Angular and Svelte`, () => {
      check(roomWith(text));
    });
  }

  it('gives back any text', () =>
    fc.assert(
      fc.property(anyText, (text) => check(roomWith(text))),
      { numRuns: 200 },
    ));

  it('gives back options of the vendor whatever they are called', () => {
    for (const name of ['__proto__', 'a-b', 'constructor', "'", '</script>']) {
      const embedOptions = Object.fromEntries([[name, '1']]);
      const { room } = readHtml(writeHtml({ licenseKey: 'room', embedOptions }, {}));
      expect(Object.entries(room.embedOptions)).to.deep.equal([[name, '1']]);
    }
  });

  it('names attributes and properties that the element has', () => {
    for (const name of Object.keys(toRoomOptions(EVERYTHING))) {
      expect([...LivewebinarRoom.elementProperties.keys()]).to.include(name);
      if (name !== 'embedOptions') {
        expect(LivewebinarRoom.observedAttributes).to.include(toKebabCase(name));
      }
    }
  });

  it('never ends a script early, whatever the format', () => {
    for (const { title, write } of Object.values<Format>(FORMATS)) {
      // A link rejects what cannot be a token.
      const room = (text: string) => ({ ...roomWith(text), roleToken: 'IYuUtn2P' });
      const plain = write(room('x'), LOOK).match(/<\/script/g)?.length ?? 0;
      const hostile = write(room('</script>'), LOOK).match(/<\/script/g)?.length ?? 0;
      expect(hostile, title).to.equal(plain);
    }
  });
});

describe('writeHeadLines', () => {
  const read = (code: string) =>
    [...new DOMParser().parseFromString(code, 'text/html').querySelectorAll('link')].map(
      ({ rel, href }) => [rel, href],
    );

  it('asks for what the element will ask for', () => {
    for (const nickname of HOSTILE) {
      const [[rel, href] = []] = read(writeHeadLines({ licenseKey: 'room', nickname }));
      expect(rel).to.equal('preload');
      expect(new URL(href!).searchParams.get('_nickname')).to.equal(nickname);
    }
    expect(read(writeHeadLines({ licenseKey: 'room', mode: 'iframe' }))).to.deep.equal([
      ['preconnect', 'https://app.livewebinar.com/'],
    ]);
  });

  it('adds no head lines if the room does not open at once', () => {
    expect(writeHeadLines({ licenseKey: 'room', loading: 'lazy' })).to.equal('');
    expect(writeHeadLines({ licenseKey: 'room', loading: 'click' })).to.equal('');
  });
});

describe('writeHtml', () => {
  it('is a tag with a link for visitors without scripts', () => {
    expect(
      writeHtml({ licenseKey: '123-123-123', nickname: 'John Doe', controls: true }, {}),
    ).to.equal(
      `<script type="module" src="https://unpkg.com/livewebinar-room@0.1.0/dist/cdn/livewebinar-room.min.js"></script>
<livewebinar-room
  license-key="123-123-123"
  nickname="John Doe"
  controls
>
  <a href="https://app.livewebinar.com/123-123-123?_nickname=John%20Doe">Open the webinar room</a>
</livewebinar-room>`,
    );
  });

  it('keeps tokens out of that link', () => {
    const { page } = readHtml(
      writeHtml(
        { licenseKey: 'room', roleToken: 'secret-role', personalToken: 'secret-person' },
        {},
      ),
    );
    expect(page.querySelector('a')!.href).to.equal('https://app.livewebinar.com/room');
  });
});
