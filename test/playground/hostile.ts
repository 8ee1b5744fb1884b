import fc from 'fast-check';
import type { RoomOptions } from '../../demo/playground/settings.js';

/** Texts that mean something to one of the languages code is written in. */
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

/** A room whose every text is the same. */
export const roomWith = (text: string): RoomOptions => ({
  // Most of them cannot be a token.
  licenseKey: 'room',
  roleToken: text,
  nickname: text,
  label: text,
  mode: 'iframe',
  controls: true,
  embedOptions: { _first: text, _second: '1' },
});

/** Any text that HTML can hold: it has no null characters, no half characters. */
export const anyText = fc
  .string({ unit: 'binary', minLength: 1 })
  .map((text) => text.replaceAll('\0', '').toWellFormed())
  .filter((text) => text.trim() !== '' && !/^\.\.?$/.test(text));
