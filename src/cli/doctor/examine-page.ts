import { findElementScripts, isRoomPage } from './element-script.js';
import type { Finding } from '../../findings/finding.js';
import type { Get } from './http-client.js';
import { findTokens } from './page-tokens.js';
import type { Page } from './read-page.js';
import { readRooms } from './examined-room.js';
import type { Context, Rule } from './rule.js';
import { cspConnect } from './rules/csp-connect.js';
import { cspFrame } from './rules/csp-frame.js';
import { cspImage } from './rules/csp-image.js';
import { cspSandbox } from './rules/csp-sandbox.js';
import { cspScript } from './rules/csp-script.js';
import { cspStyle } from './rules/csp-style.js';
import { duplicateScripts, elementFile, translations, version } from './rules/element-file.js';
import { fallback } from './rules/fallback.js';
import { framing } from './rules/framing.js';
import { isolation } from './rules/isolation.js';
import { layout } from './rules/layout.js';
import { noScript } from './rules/no-script.js';
import { permissions } from './rules/permissions.js';
import { preload } from './rules/preload.js';
import { publicTokens } from './rules/public-tokens.js';
import { referrer } from './rules/referrer.js';
import { mixedContent, secureContext } from './rules/secure-context.js';
import {
  attributeNames,
  attributeValues,
  licenseKey,
  noTag,
  origins,
  unclosed,
} from './rules/tag.js';
import { trustedTypes } from './rules/trusted-types.js';

const RULES: readonly Rule[] = [
  noTag,
  unclosed,
  attributeNames,
  attributeValues,
  licenseKey,
  origins,
  noScript,
  elementFile,
  duplicateScripts,
  version,
  cspScript,
  cspFrame,
  cspSandbox,
  trustedTypes,
  cspConnect,
  cspStyle,
  cspImage,
  isolation,
  mixedContent,
  secureContext,
  permissions,
  publicTokens,
  referrer,
  framing,
  fallback,
  layout,
  translations,
  preload,
];

/** Maximum number of findings for each rule. */
const MAX_PER_RULE = 50;

/** Matches the names of rules that do not depend on a room in the page. */
const WITHOUT_ROOM = /^(public-token|referrer-policy|framing)$/;

/** Returns whether the markup shows that the page has a room. */
const mentionsRoom = ({ rooms, elements }: Page): boolean =>
  rooms.length > 0 ||
  elements.some(({ attributes, text }) =>
    `${text} ${attributes.src ?? ''}`.includes('livewebinar-room'),
  );

/** Minimum length of a token. A shorter value could be a part of any word. */
const MIN_TOKEN_LENGTH = 5;

const hideTokens = (text: string, tokens: readonly string[]): string =>
  tokens.reduce((rest, token) => rest.replaceAll(token, '…'), text);

/** Examines a page with every rule. */
export async function examinePage(page: Page, get: Get): Promise<Finding[]> {
  const tokens = findTokens(page);
  const context: Context = {
    page,
    rooms: readRooms(page),
    scripts: findElementScripts(page),
    tokens,
    isRoomPage: isRoomPage(page),
    get,
  };
  const findings = await Promise.all(
    RULES.map(async (rule) => (await rule(context)).slice(0, MAX_PER_RULE)),
  );
  const values = tokens
    .map(({ value }) => value)
    .filter(({ length }) => length >= MIN_TOKEN_LENGTH);
  // A rule can quote any part of the page.
  const hide = (text: string) => hideTokens(text, [...new Set(values)]);
  const isAssumed = !mentionsRoom(page);
  return findings.flat().map(({ change, ...finding }) => ({
    ...finding,
    level: isAssumed && !WITHOUT_ROOM.test(finding.rule) ? 'note' : finding.level,
    message: hide(finding.message),
    ...(change && {
      change: {
        where: change.where,
        ...(change.from !== undefined && { from: hide(change.from) }),
        to: hide(change.to),
      },
    }),
  }));
}
