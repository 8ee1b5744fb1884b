import type { LivewebinarErrorCode } from './errors.js';
import type { RoomPhase, RoomState } from './events.js';
import { VISITORS, type Finding } from './findings/finding.js';
import { formatFindings } from './findings/format-findings.js';
import { createFeatureFinding, createInsecurePageFinding } from './findings/page-findings.js';
import type { ExtraHost } from './gates/extra-interface.js';
import type { RoomLink } from './url/options.js';

/** Whether the page can use a feature. */
export interface FeatureDiagnosis {
  /** Whether the Permissions Policy allows it; `null` if the browser does not expose the policy. */
  allowedByPolicy: boolean | null;
  /** The visitor's decision; `null` if the browser does not expose it. */
  permission: PermissionState | null;
}

/** A report on a room and its page, as plain JSON without tokens or personal data. */
export interface RoomDiagnosis {
  state: RoomState;
  phase: RoomPhase | null;
  error: { code: LivewebinarErrorCode; message: string } | null;
  /** Names of the properties that identify the room and the visitor, if they are set. Their values may be secret, so they are omitted. */
  properties: string[];
  mode: string;
  isolated: boolean;
  loading: string;
  embedOrigin: string;
  roomOrigin: string;
  page: {
    secureContext: boolean;
    crossOriginIsolated: boolean;
    /** Whether the page is in an iframe, and whether its parent has the same origin. */
    framed: 'no' | 'same-origin' | 'cross-origin';
    prerendering: boolean;
    visible: boolean;
    online: boolean;
    /** Whether the element is rendered, unlike with `display: none` or in a closed dialog. */
    rendered: boolean;
  };
  camera: FeatureDiagnosis;
  microphone: FeatureDiagnosis;
  /** Whether the browser supports each feature that the element can use. */
  browser: Record<string, boolean>;
  userAgent: string;
  versions: { lit: string };
}

/** The properties that identify the room and the visitor. The type check reports a missing one. */
const IDENTITY: Record<keyof RoomLink, true> = {
  licenseKey: true,
  roleToken: true,
  personalToken: true,
  registrantToken: true,
  passwordToken: true,
  email: true,
  nickname: true,
  avatarUrl: true,
};

type PolicyDocument = Document & {
  readonly prerendering?: boolean;
  readonly featurePolicy?: { allowsFeature(feature: string): boolean };
};

async function diagnoseFeature(doc: PolicyDocument, feature: string): Promise<FeatureDiagnosis> {
  const allowedByPolicy = doc.featurePolicy?.allowsFeature(feature) ?? null;
  try {
    const { state } = await navigator.permissions.query({ name: feature as PermissionName });
    return { allowedByPolicy, permission: state };
  } catch {
    return { allowedByPolicy, permission: null };
  }
}

function readFraming(win: Window): RoomDiagnosis['page']['framed'] {
  if (win.top === win) return 'no';
  try {
    return win.parent.document ? 'same-origin' : 'cross-origin';
  } catch {
    return 'cross-origin';
  }
}

/** Finds problems, in the format of the command `livewebinar-room doctor`. */
function findProblems({ error, page, camera, microphone }: RoomDiagnosis): Finding[] {
  const findings: Finding[] = [];
  if (error) {
    const { code, message } = error;
    findings.push({ rule: code, level: 'error', visitors: VISITORS.everyone, message });
  }
  if (!page.secureContext) findings.push(createInsecurePageFinding(location.host));
  for (const [feature, { allowedByPolicy, permission }] of Object.entries({ camera, microphone })) {
    if (allowedByPolicy === false) {
      const change =
        page.framed === 'no'
          ? { where: 'Permissions-Policy header', to: `${feature}=*` }
          : { where: 'iframe around this page', to: `allow="camera; microphone"` };
      findings.push(createFeatureFinding(feature, change));
    } else if (permission === 'denied') {
      findings.push({
        rule: 'permission',
        level: 'note',
        visitors: 'This visitor',
        message: `The browser denies the page the ${feature}: by the visitor's choice, or by a policy.`,
      });
    }
  }
  return findings;
}

/**
 * Creates a report on a room and its page, and prints the problems to the console like the command
 * `livewebinar-room doctor`.
 */
export async function diagnose(
  room: ExtraHost & { readonly phase: RoomPhase | null; readonly error: Error | null },
): Promise<RoomDiagnosis> {
  const diagnosis = await describeRoom(room);
  // The path of a room page can contain a token.
  console.info(formatFindings(location.origin, findProblems(diagnosis)));
  return diagnosis;
}

async function describeRoom(room: Parameters<typeof diagnose>[0]): Promise<RoomDiagnosis> {
  const doc = room.ownerDocument as PolicyDocument;
  const error = room.error as RoomDiagnosis['error'];
  const { litElementVersions = [] } = globalThis as { litElementVersions?: string[] };
  return {
    state: room.state,
    phase: room.phase,
    error: error && { code: error.code, message: error.message },
    properties: Object.keys(IDENTITY).filter((name) => room[name as keyof RoomLink]),
    mode: room.mode,
    isolated: room.isolated,
    loading: room.loading,
    embedOrigin: room.embedOrigin,
    roomOrigin: room.roomOrigin,
    page: {
      // jsdom and happy-dom have neither property.
      secureContext: globalThis.isSecureContext !== false,
      crossOriginIsolated: Boolean(globalThis.crossOriginIsolated),
      framed: readFraming(window),
      prerendering: doc.prerendering ?? false,
      visible: doc.visibilityState === 'visible',
      online: navigator.onLine,
      rendered: room.checkVisibility?.() ?? room.getClientRects().length > 0,
    },
    camera: await diagnoseFeature(doc, 'camera'),
    microphone: await diagnoseFeature(doc, 'microphone'),
    browser: {
      mediaDevices: 'mediaDevices' in navigator,
      webLocks: 'locks' in navigator,
      wakeLock: 'wakeLock' in navigator,
      moveBefore: 'moveBefore' in Element.prototype,
      popover: 'popover' in HTMLElement.prototype,
      fullscreen: 'requestFullscreen' in Element.prototype,
      commands: 'commandForElement' in HTMLButtonElement.prototype,
      trustedTypes: 'trustedTypes' in window,
      credentiallessIframe: 'credentialless' in HTMLIFrameElement.prototype,
    },
    userAgent: navigator.userAgent,
    versions: { lit: litElementVersions.join(', ') },
  };
}
