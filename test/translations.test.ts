import { expect } from '@open-wc/testing';
import { registerTranslation } from '../src/index.js';
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

// A translation that lacks a word is a type error.
const incomplete: Omit<Translation, 'join'> = en;
// @ts-expect-error -- `join` is missing
void (incomplete satisfies Translation);

/** The text of the button, once it says what it is to say; fails by the time limit of the test. */
async function joinButtonSays(room: HTMLElement, text: string): Promise<void> {
  const button = () => room.shadowRoot!.querySelector('[part=join-button]');
  while (button()?.textContent.trim() !== text) await new Promise(requestAnimationFrame);
}

describe('translations', () => {
  afterEach(() => {
    document.documentElement.lang = 'en';
  });

  for (const translation of LANGUAGES) {
    const { $code, $dir, join } = translation;
    it(`${$code}: has every word, and none that says what another key says`, () => {
      expect(Object.keys(translation)).to.have.members(Object.keys(en));
      const words = Object.entries<string>({ ...translation }).filter(
        ([key]) => !key.startsWith('$'),
      );
      for (const [key, word] of words) expect(word.trim(), key).to.not.equal('');
      expect(new Set(words.map(([, word]) => word))).to.have.property('size', words.length);
    });

    it(`${$code}: is loaded when the nearest lang asks for it`, async () => {
      document.documentElement.lang = 'en';
      const room = addRoom({ loading: 'click' });
      room.parentElement!.lang = `${$code}-x-test`;
      await joinButtonSays(room, join);
      const box = room.shadowRoot!.querySelector<HTMLElement>('.box')!;
      expect(box.lang).to.equal($code);
      expect(box.dir).to.equal($dir);
      await expect(room).to.be.accessible();
    });
  }

  it('follows every change of lang on the way up, through shadow roots', async () => {
    document.documentElement.lang = 'de';
    const room = addRoom({ loading: 'click' });
    await joinButtonSays(room, de.join);
    const outer = room.parentElement!;
    const inner = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(inner);
    inner.append(room);
    await joinButtonSays(room, de.join);
    outer.lang = 'fr';
    await joinButtonSays(room, fr.join);
    inner.lang = 'PL';
    await joinButtonSays(room, pl.join);
    room.lang = 'ja-JP';
    await joinButtonSays(room, ja.join);
    room.removeAttribute('lang');
    await joinButtonSays(room, pl.join);
  });

  it('says English in a language it does not know', async () => {
    const room = addRoom({ loading: 'click' });
    for (const lang of ['tlh', 'constructor', 'not a language']) {
      room.lang = lang;
      await room.updateComplete;
      await joinButtonSays(room, en.join);
      expect(room.shadowRoot!.querySelector<HTMLElement>('.box')!.lang).to.equal('en');
    }
  });

  it('takes one more language, and other words in a part of one, from the page', async () => {
    const room = addRoom({ loading: 'click' });
    registerTranslation({ ...en, $code: 'nl', $name: 'Nederlands', join: 'Deelnemen' });
    registerTranslation({ ...pt, $code: 'pt-pt', join: 'Juntar-se à sala' });
    room.lang = 'nl-BE';
    await joinButtonSays(room, 'Deelnemen');
    room.lang = 'pt-PT';
    await joinButtonSays(room, 'Juntar-se à sala');
    room.lang = 'pt-BR';
    await joinButtonSays(room, pt.join);
  });
});
