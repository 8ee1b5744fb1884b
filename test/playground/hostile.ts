import fc from 'fast-check';
import type { Appearance } from '../../demo/playground/appearance.js';
import type { RoomOptions } from '../../demo/playground/settings.js';

/** Texts with a meaning in one of the languages that code is written in. */
export const HOSTILE = [
  "O'Brien",
  'say "hi"',
  `'"\``,
  '</script><script>alert(1)</script>',
  '<!-- <script>',
  '{{ constructor }}',
  '{nickname}',
  '${nickname}',
  '`${1}`',
  '$& $1 $$',
  '\\',
  '\\u0041 \\n',
  'two\nlines',
  'two\r\nlines',
  'a\tb',
  '&amp; &lt; &#39; &quot',
  '@if (true) { <b> }',
  '{#if true}{/if}',
  "' + alert(1) + '",
  '" onload="alert(1)',
  ']]> */ //',
  'Søn 🎥 ‏עברית‏',
  '\u2028\u2029',
];

/** A language, and a style with a custom property. */
export const LOOK: Required<Appearance> = {
  lang: 'de',
  style: { 'color-scheme': 'dark', '--livewebinar-room-accent': '#8f2d56' },
};

/** A room in which every text is the same. */
export const roomWith = (text: string): RoomOptions => ({
  // Most of them cannot be a token.
  licenseKey: 'room',
  roleToken: text,
  nickname: text,
  label: text,
  mode: 'iframe',
  controls: true,
  opensBefore: 30,
  askName: true,
  embedOptions: { _first: text, _second: '1' },
});

/** Any text that HTML can hold: without null characters and lone surrogates. */
export const anyText = fc
  .string({ unit: 'binary', minLength: 1 })
  .map((text) => text.replaceAll('\0', '').toWellFormed())
  .filter((text) => text.trim() !== '' && !/^\.\.?$/.test(text));
