import { findRoom, parseEmbedCode, parseRoomUrl, type RoomLink } from '../../url/index.js';
import type { Page } from './read-page.js';

/** The options that are tokens, and their attributes on the element. */
export const TOKEN_ATTRIBUTES = {
  roleToken: 'role-token',
  personalToken: 'personal-token',
  registrantToken: 'registrant-token',
  passwordToken: 'password-token',
} as const satisfies Record<Extract<keyof RoomLink, `${string}Token`>, string>;

export type TokenOption = keyof typeof TOKEN_ATTRIBUTES;
const OPTIONS = Object.keys(TOKEN_ATTRIBUTES) as TokenOption[];

/** A token in the markup. */
export interface PageToken {
  readonly option: TokenOption;
  readonly value: string;
  readonly line: number;
  /** The markup that contains the token, without the token. */
  readonly from: string;
}

/** Matches text that can contain a token. Matching is faster than parsing. */
const MAY_CONTAIN = /_(role|personal|regist\w+|password)_token|livewebinar/i;

const readLink = (url: URL): Partial<RoomLink> | null =>
  url.pathname === '/em' ? parseEmbedCode(url.href) : parseRoomUrl(url);

/** Finds the tokens in a page: on the element, in links and in scripts. */
export function findTokens(page: Page): PageToken[] {
  const tokens: PageToken[] = [];
  const add = (room: Partial<RoomLink> | null, line: number, from: string) => {
    for (const option of OPTIONS) {
      const value = room?.[option];
      if (value) tokens.push({ option, value, line, from });
    }
  };
  for (const { name, attributes, line, text } of page.elements) {
    if (name === 'livewebinar-room') {
      for (const option of OPTIONS) {
        const attribute = TOKEN_ATTRIBUTES[option];
        // The element ignores a misspelled attribute, but everyone can read the token in it.
        const spellings = [attribute, attribute.replace('-', ''), attribute.replace('-', '_')];
        for (const spelling of spellings)
          add({ [option]: attributes[spelling] }, line, `${spelling}="…"`);
      }
      // The license key can be a whole link by mistake.
      add(findRoom(attributes['license-key'] ?? ''), line, 'license-key="…"');
    }
    for (const attribute of ['href', 'src', 'data-src']) {
      const url = page.resolve(attributes[attribute]);
      if (url && MAY_CONTAIN.test(url.href))
        add(readLink(url), line, 'a link of the room with a token');
    }
    const code = name === 'script' && attributes.src === undefined ? text : attributes.srcdoc;
    if (code && MAY_CONTAIN.test(code))
      add(
        parseEmbedCode(`<script>${code}</script>`) ?? findRoom(code),
        line,
        'a token in the script',
      );
  }
  return tokens;
}
