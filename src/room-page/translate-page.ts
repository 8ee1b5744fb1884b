import { pickLanguage } from './pick-language.js';
import type { PageTranslation } from './translation.js';

/** The translations of the English texts in the HTML. Each is a separate file. */
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
 * Translates the page to the language of `<html lang>` or, if that is English as in the file, to one of the
 * visitor's languages. Sets `lang` and `dir`, which `<livewebinar-room>` follows. A text whose `data-text`
 * attribute was removed remains unchanged.
 */
export async function translatePage(): Promise<void> {
  const root = document.documentElement;
  // `translate="no"` keeps the page as it was written.
  if (!root.translate) return;
  const { lang, dir } = root;
  const { tag, language } = pickLanguage(lang, navigator.languages, Object.keys(LOADERS));
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
    // Without the file, the page stays in English, and so does the element.
    Object.assign(root, { lang, dir });
  }
}
