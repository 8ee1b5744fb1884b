import { parseEmbedCode, parseRoomUrl, type RoomLink } from '../../../url/index.js';
import { VISITORS, type Finding } from '../../../findings/finding.js';
import type { Rule } from '../rule.js';

/** What somebody else becomes with a token. */
const TOKENS = {
  roleToken: { name: 'role-token', who: 'host or presenter' },
  personalToken: { name: 'personal-token', who: 'the person it belongs to' },
  registrantToken: { name: 'registrant-token', who: 'the registrant it belongs to' },
  passwordToken: { name: 'password-token', who: 'a visitor who knows the password' },
} as const;

/** Finds tokens in a page without a login, which everybody can read. */
export const publicTokens: Rule = ({ page }) => {
  const findings: Finding[] = [];
  const report = (link: Partial<RoomLink> | null, line: number, from: (name: string) => string) => {
    for (const [key, { name, who }] of Object.entries(TOKENS)) {
      if (!link?.[key as keyof typeof TOKENS]) continue;
      findings.push({
        rule: 'public-token',
        level: 'error',
        visitors: VISITORS.owner,
        message: `Everyone who opens this page can enter as ${who}: the page contains the token, and needs no login.`,
        change: { where: `line ${line}`, from: from(name), to: '' },
      });
    }
  };
  for (const { name, attributes, line, text } of page.elements) {
    if (name === 'livewebinar-room')
      report(
        Object.fromEntries(
          Object.entries(TOKENS).map(([key, token]) => [key, attributes[token.name]]),
        ),
        line,
        (attribute) => `${attribute}="…"`,
      );
    const url = page.resolve(attributes.href ?? attributes.src);
    if (url) report(parseRoomUrl(url), line, () => `a link of the room with a token`);
    if (name === 'script' && !attributes.src)
      report(parseEmbedCode(`<script>${text}</script>`), line, () => 'a token in the script');
  }
  return findings;
};
