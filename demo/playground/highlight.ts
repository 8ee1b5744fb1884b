import { html, type TemplateResult } from 'lit';

/** Strings, tags and keywords of the languages in which the playground writes code. */
const TOKENS =
  /("(?:[^"\\]|\\[^])*"|'(?:[^'\\\n]|\\[^])*')|(<\/?[A-Za-z][\w.-]*|\/?>)|\b(import|from|export|function|return|const|class|readonly|new|await|async)\b/g;

const KINDS = ['string', 'tag', 'word'] as const;

/** A token of code, with its kind if that has a color. */
export interface Token {
  readonly text: string;
  readonly kind?: (typeof KINDS)[number];
}

/** Splits code into tokens. Joined, they equal the code. */
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

/** Renders code with its tokens in color. */
export const highlight = (code: string): (string | TemplateResult)[] =>
  tokenize(code).map(({ text, kind }) => (kind ? html`<span class=${kind}>${text}</span>` : text));
