import { expect } from '@open-wc/testing';
import { registerTranslation } from '../src/index.js';
import type { LivewebinarRoom } from '../src/livewebinar-room.js';
import type { Translation } from '../src/translation.js';
import ar from '../src/translations/ar.js';
import de from '../src/translations/de.js';
import en from '../src/translations/en.js';
import es from '../src/translations/es.js';
import fr from '../src/translations/fr.js';
import it_ from '../src/translations/it.js';
import ja from '../src/translations/ja.js';
import pl from '../src/translations/pl.js';
import pt from '../src/translations/pt.js';
import uk from '../src/translations/uk.js';
import { addRoom } from './support/room.js';

const LANGUAGES = [ar, de, en, es, fr, it_, ja, pl, pt, uk];

// A translation that lacks a text is a type error.
const incomplete: Omit<Translation, 'join'> = en;
// @ts-expect-error -- `join` is missing
void (incomplete satisfies Translation);

const boxOf = (room: LivewebinarRoom) => room.shadowRoot!.querySelector<HTMLElement>('.box')!;

/** Waits until the join button has the given text; fails by the time limit of the test. */
async function joinButtonReads(room: LivewebinarRoom, text: string): Promise<void> {
  const button = () => room.shadowRoot!.querySelector('[part=join-button]');
  while (button()?.textContent.trim() !== text) await new Promise(requestAnimationFrame);
}

/** Counts the updates of a room from now on. */
function countUpdates(room: LivewebinarRoom): () => number {
  let count = 0;
  room.addController({ hostUpdated: () => void (count += 1) });
  return () => count;
}

// Before any other test has loaded these languages.
describe('a translation loaded on demand', () => {
  afterEach(() => {
    document.documentElement.lang = 'en';
  });

  it('updates each room once, when it arrives', async () => {
    const rooms = [addRoom({ loading: 'click' }), addRoom({ loading: 'click' })];
    await Promise.all(rooms.map((room) => room.updateComplete));
    const counts = rooms.map(countUpdates);
    document.documentElement.lang = 'uk';
    await Promise.all(rooms.map((room) => joinButtonReads(room, uk.join)));
    // One for the attribute, one for the file.
    expect(counts.map((count) => count())).to.deep.equal([2, 2]);
  });

  it("leaves the page's own translation in place, and adds what that lacks", async () => {
    const own: Partial<Translation> = { $code: 'it', join: 'Entra' };
    registerTranslation(own as Translation);
    const room = addRoom({ loading: 'click' });
    room.lang = 'it';
    await joinButtonReads(room, 'Entra');
    while (boxOf(room).ariaLabel !== it_.label) await new Promise(requestAnimationFrame);
    await joinButtonReads(room, 'Entra');
    registerTranslation(it_);
    await joinButtonReads(room, it_.join);
  });

  it('is not requested if the page has registered every text', async () => {
    registerTranslation({ ...es, join: 'Entrar' });
    const room = addRoom({ loading: 'click' });
    await room.updateComplete;
    const count = countUpdates(room);
    room.lang = 'es';
    await joinButtonReads(room, 'Entrar');
    // The file is in this page already, so it would be there within a frame.
    await new Promise(requestAnimationFrame);
    expect(count()).to.equal(1);
    registerTranslation(es);
  });
});

describe('translations', () => {
  afterEach(() => {
    document.documentElement.lang = 'en';
  });

  for (const translation of LANGUAGES) {
    const { $code, $dir, join } = translation;
    it(`${$code}: has every text, and no text twice`, () => {
      expect(Object.keys(translation)).to.have.members(Object.keys(en));
      const texts = Object.entries<string>({ ...translation }).filter(
        ([key]) => !key.startsWith('$'),
      );
      for (const [key, text] of texts) expect(text.trim(), key).to.not.equal('');
      expect(new Set(texts.map(([, text]) => text))).to.have.property('size', texts.length);
    });

    it(`${$code}: is loaded when the nearest lang needs it`, async () => {
      const room = addRoom({ loading: 'click' });
      room.parentElement!.lang = `${$code}-x-test`;
      await joinButtonReads(room, join);
      expect(boxOf(room).lang).to.equal($code);
      expect(boxOf(room).dir).to.equal($dir);
      await expect(room).to.be.accessible();
    });
  }

  /** What pages write into `lang`, and the language it means. */
  const LANGS: [lang: string, translation: Translation][] = [
    ['DE', de],
    ['de-AT', de],
    ['de_DE', de],
    ['de_AT@euro', de],
    ['de_CH.UTF-8', de],
    ['  de ', de],
    ['pt_BR', pt],
    ['PT_br', pt],
    ['ar-EG', ar],
    ['sr-Latn-RS', en],
    ['zh_Hant_TW', en],
    ['x-klingon', en],
    ['tlh', en],
    ['constructor', en],
    ['not a language', en],
    ['-', en],
  ];
  for (const [lang, { $code, $dir, join }] of LANGS) {
    it(`lang="${lang}" is ${$code}`, async () => {
      const room = addRoom({ loading: 'click' });
      room.lang = lang;
      await room.updateComplete;
      await joinButtonReads(room, join);
      expect([boxOf(room).lang, boxOf(room).dir]).to.deep.equal([$code, $dir]);
    });
  }

  it('an empty lang is the same as none', async () => {
    document.documentElement.lang = 'de';
    const room = addRoom({ loading: 'click' });
    room.parentElement!.lang = '';
    await joinButtonReads(room, de.join);
  });

  it("is the browser's language if the page names none", async () => {
    document.documentElement.lang = '';
    const room = addRoom({ loading: 'click' });
    const language = navigator.language.split('-')[0];
    const { join } = LANGUAGES.find(({ $code }) => $code === language) ?? en;
    await joinButtonReads(room, join);
  });

  it('follows every change of lang on the way up, through shadow roots', async () => {
    document.documentElement.lang = 'de';
    const room = addRoom({ loading: 'click' });
    await joinButtonReads(room, de.join);
    const outer = room.parentElement!;
    const inner = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(inner);
    inner.append(room);
    await joinButtonReads(room, de.join);
    outer.lang = 'fr';
    await joinButtonReads(room, fr.join);
    inner.lang = 'PL';
    await joinButtonReads(room, pl.join);
    room.lang = 'ja-JP';
    await joinButtonReads(room, ja.join);
    room.removeAttribute('lang');
    await joinButtonReads(room, pl.join);
  });

  it('follows the shadow root that moveBefore brings a room into', async function () {
    if (!('moveBefore' in Element.prototype)) return this.skip();
    const room = addRoom({ loading: 'click' });
    await joinButtonReads(room, en.join);
    const inner = document.createElement('div');
    room.parentElement!.attachShadow({ mode: 'open' }).append(inner);
    inner.moveBefore(room, null);
    await room.updateComplete;
    inner.lang = 'fr';
    await joinButtonReads(room, fr.join);
  });

  it('takes a further language, and the texts of a region, from the page', async () => {
    const room = addRoom({ loading: 'click' });
    registerTranslation({ ...en, $code: 'nl', $name: 'Nederlands', join: 'Deelnemen' });
    registerTranslation({ ...pt, $code: 'pt_PT', join: 'Juntar-se à sala' });
    registerTranslation({ ...en, $code: 'zh-Hant', $name: '繁體中文', join: '加入' });
    for (const [lang, join] of [
      ['nl-BE', 'Deelnemen'],
      ['pt-PT', 'Juntar-se à sala'],
      ['pt-BR', pt.join],
      ['zh_Hant_TW', '加入'],
      ['zh-TW', en.join],
    ] as const) {
      room.lang = lang;
      await room.updateComplete;
      await joinButtonReads(room, join);
    }
  });
});
