/// <reference types="vite/client" />
import type { Translation } from '../../src/index.js';
import en from '../../src/translations/en.js';

const OTHERS = import.meta.glob<Translation>(
  ['../../src/translations/*.ts', '!../../src/translations/en.ts'],
  { import: 'default' },
);

/** Languages by their tags: each with the name that it has in itself. */
export type Languages = ReadonlyMap<string, string>;

const toLanguages = (translations: Translation[]): Languages =>
  new Map(translations.map(({ $code, $name }) => [$code, $name]));

/** The language that the element has with it. */
export const ENGLISH = toLanguages([en]);

/** Gives every language that the element speaks. */
export async function loadLanguages(): Promise<Languages> {
  const others = await Promise.all(Object.values(OTHERS).map((load) => load()));
  return toLanguages([en, ...others]);
}
