/** Returns the primary language subtag: `pt` for `pt-BR` and for the locale name `pt_BR`. */
const readPrimarySubtag = (tag: string) => tag.toLowerCase().split(/[-_.@]/, 1)[0]!;

/**
 * Picks the language of a page whose HTML is written in English.
 *
 * @param lang The page's `<html lang>`. If it is not English, it is the result.
 * @param preferred The visitor's languages in order of preference.
 * @param translated The languages of the available translations, without English.
 * @example
 * pickLanguage('en', ['nl', 'pt-BR', 'en'], ['pl', 'pt']);
 * // { tag: 'pt-BR', language: 'pt' }
 */
export function pickLanguage(
  lang: string,
  preferred: readonly string[],
  translated: readonly string[],
): { tag: string; language: string } {
  const english = { tag: 'en', language: 'en' };
  const candidates = [lang || 'en', ...preferred].map((tag) => ({
    tag,
    language: readPrimarySubtag(tag),
  }));
  const [own, ...others] = candidates;
  if (own!.language !== 'en') return own!;
  return (
    others.find(({ language }) => language === 'en' || translated.includes(language)) ?? english
  );
}
