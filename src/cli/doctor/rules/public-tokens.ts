import { VISITORS } from '../../../findings/finding.js';
import type { TokenOption } from '../page-tokens.js';
import type { Rule } from '../rule.js';

/** The identity that each token grants to anyone who has it. */
const IDENTITIES: Record<TokenOption, string> = {
  roleToken: 'host or presenter',
  personalToken: 'the person it belongs to',
  registrantToken: 'the registrant it belongs to',
  passwordToken: 'a visitor who knows the password',
};

/** Finds tokens in a page that everyone can read without a login. */
export const publicTokens: Rule = ({ tokens }) =>
  tokens.map(({ option, line, from }) => ({
    rule: 'public-token',
    level: 'error',
    visitors: VISITORS.owner,
    message: `Everyone who opens this page can enter as ${IDENTITIES[option]}: the page contains the token, and needs no login.`,
    change: { where: `line ${line}`, from, to: '' },
  }));
