import { findElementScripts, isRoomPage } from './element-script.js';
import type { Finding } from '../../findings/finding.js';
import type { Get } from './http-client.js';
import type { Page } from './read-page.js';
import { readRooms } from './examined-room.js';
import type { Rule } from './rule.js';
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
import { permissions } from './rules/permissions.js';
import { preload } from './rules/preload.js';
import { publicTokens } from './rules/public-tokens.js';
import { referrer } from './rules/referrer.js';
import { mixedContent, secureContext } from './rules/secure-context.js';
import { attributeNames, licenseKey, noTag, origins, selfClosing } from './rules/tag.js';
import { trustedTypes } from './rules/trusted-types.js';

const RULES: readonly Rule[] = [
  noTag,
  selfClosing,
  attributeNames,
  licenseKey,
  origins,
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

/** Examines a page with every rule. */
export async function examinePage(page: Page, get: Get): Promise<Finding[]> {
  const context = {
    page,
    rooms: readRooms(page),
    scripts: findElementScripts(page),
    isRoomPage: isRoomPage(page),
    get,
  };
  const findings = await Promise.all(RULES.map(async (rule) => rule(context)));
  return findings.flat();
}
