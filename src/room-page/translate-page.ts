import { pickLanguage } from './pick-language.js';
import type { PageTranslation } from './translation.js';

/** The translations beside the English of the HTML, each in a file of its own. */
const LOADERS: Record<string, () => Promise<{ default: PageTranslation }>> = {
  ar: () => import('./translations/ar.js'),
  de: () => import('./translations/de.js'),
  es: () => import('./translations/es.js'),
  fr: () => import('./translations/fr.js'),
  it: () => import('./translations/it.js'),
  ja: () => import('./translations/ja.js'),
  pl: () => import('./translations/pl.js'),
  pt: () => import('./translations/pt.js'),
  uk: () => import('./translations/uk.js'),
};

/**
 * Puts the page into the language of `<html lang>`, or, where that is the English of the file, into a
 * language of the visitor. Sets `lang` and `dir`, which the element follows. An element whose
 * `data-text` was removed keeps its text.
 */
export async function translatePage(): Promise<void> {
  const root = document.documentElement;
  // `translate="no"`: the page stays as it was written.
  if (!root.translate) return;
  const { tag, language } = pickLanguage(root.lang, navigator.languages, Object.keys(LOADERS));
  const load = LOADERS[language];
  if (!load) return;
  root.lang = tag;
  if (language === 'ar') root.dir ||= 'rtl';
  try {
    const { default: texts } = await load();
    for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
      element.textContent = texts[element.dataset.text as keyof PageTranslation];
      element.removeAttribute('lang');
    }
  } catch {
    // Without the file, the page stays in English.
  }
}
