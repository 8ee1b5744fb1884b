/// <reference types="vite/client" />
import type { Translation } from '../../src/index.js';

const LOADERS = import.meta.glob<Translation>('../../src/translations/??.ts', {
  import: 'default',
});

/** Names of languages in those languages, by language tag. */
export type Languages = ReadonlyMap<string, string>;

/** The language that is built into the element. */
export const ENGLISH: Languages = new Map([['en', 'English']]);

/** Returns every language of the element, English first. */
export async function loadLanguages(): Promise<Languages> {
  const all = await Promise.all(Object.values(LOADERS).map((load) => load()));
  return new Map([...ENGLISH, ...all.map(({ $code, $name }) => [$code, $name] as const)]);
}
