import { html, type TemplateResult } from 'lit';

/** Strings, tags and keywords of the languages in which the playground writes code. */
const TOKENS =
  /("(?:[^"\\]|\\[^])*"|'(?:[^'\\\n]|\\[^])*')|(<\/?[A-Za-z][\w.-]*|\/?>)|\b(import|from|export|function|return|const|class|readonly|new|await|async)\b/g;

const KINDS = ['string', 'tag', 'word'] as const;

/** A part of code, and what it is if that has a color. */
export interface Token {
  readonly text: string;
  readonly kind?: (typeof KINDS)[number];
}

/** Splits code into tokens, which joined are the code again. */
export function tokenize(code: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of code.matchAll(TOKENS)) {
    const kind = KINDS.find((_, index) => match[index + 1] !== undefined)!;
    tokens.push({ text: code.slice(end, match.index) }, { text: match[0], kind });
    end = match.index + match[0].length;
  }
  return [...tokens, { text: code.slice(end) }];
}

/** Colors code. Its text stays the same. */
export const highlight = (code: string): (string | TemplateResult)[] =>
  tokenize(code).map(({ text, kind }) => (kind ? html`<span class=${kind}>${text}</span>` : text));
