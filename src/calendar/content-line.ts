/** Maximum length of a line in octets without the line break (RFC 5545). */
const MAX_OCTETS = 75;

const countOctets = (character: string): number => {
  const code = character.codePointAt(0)!;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** Folds a line that is too long. Each continuation line starts with a space, which counts too. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const added = countOctets(character);
    if (octets + added > MAX_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += added;
  }
  return folded;
}

/** Escapes the text of a property, and removes the ASCII control characters that RFC 5545 forbids. */
export const escapeText = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?|\n/g, '\n')
    .replace(/(?![\n\t\u0080-\u009f])\p{Cc}/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** Builds a content line of a calendar file, folded and with its line break. */
export const buildContentLine = (name: string, value: string): string =>
  `${fold(`${name}:${value}`)}\r\n`;
