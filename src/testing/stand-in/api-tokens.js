/**
 * Creates a token of hex digits that is the same in every run. Uses FNV-1a, which also works in browsers.
 *
 * @param {string} text
 * @param {number} length
 */
export function createToken(text, length) {
  let hash = 0x811c9dc5;
  let token = '';
  while (token.length < length) {
    for (const char of text + token) hash = Math.imul(hash ^ char.codePointAt(0), 0x01000193);
    token += (hash >>> 0).toString(16).padStart(8, '0');
  }
  return token.slice(0, length);
}
