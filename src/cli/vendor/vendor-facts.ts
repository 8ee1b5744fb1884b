import { CONTAINER_ID, SECOND_SCRIPT_PATH } from '../../url/vendor-constants.js';
import { allowsUrl, parseCsp } from '../doctor/csp.js';
import type { HttpResponse } from '../doctor/http-client.js';
import { NICKNAME, type Observation, type Observations } from './observe-vendor.js';
import type { VendorHosts } from './vendor-hosts.js';

/** `not seen`: the responses neither confirm nor contradict the fact. */
export type Verdict = 'holds' | 'differs' | 'not seen';

export interface FactCheck {
  readonly verdict: Verdict;
  /** What the responses contain. */
  readonly detail: string;
}

/** A line of `docs/vendor-contract.md`. */
export interface VendorFact {
  /** Stable name for programs. */
  readonly name: string;
  readonly section: 'Direct room URLs' | 'Embed script' | 'HTTP API';
  readonly fact: string;
  readonly judge: (seen: Observations, hosts: VendorHosts) => FactCheck;
}

const holds = (detail: string): FactCheck => ({ verdict: 'holds', detail });
const differs = (detail: string): FactCheck => ({ verdict: 'differs', detail });
const notSeen = (detail: string): FactCheck => ({ verdict: 'not seen', detail });

/** Judges a response, if there is one. */
const judgeResponse = (observation: Observation, judge: (response: HttpResponse) => FactCheck) =>
  typeof observation === 'string' ? notSeen(observation) : judge(observation);

const readType = ({ headers }: HttpResponse) => headers['content-type'] ?? 'no type';

/** Headers that determine where and how long a response can be used. */
const NOTABLE = ['cross-origin-resource-policy', 'cross-origin-embedder-policy', 'cache-control'];
const formatNotableHeaders = ({ headers }: HttpResponse) =>
  NOTABLE.filter((name) => headers[name])
    .map((name) => `, ${name}: ${headers[name]}`)
    .join('');

const judgeScript = (observation: Observation) =>
  judgeResponse(observation, (response) => {
    const detail = `${response.status}, ${readType(response)}${formatNotableHeaders(response)}`;
    const isExpected = response.status === 200 && /javascript|ecmascript/i.test(readType(response));
    return isExpected ? holds(detail) : differs(detail);
  });

const judgePage = (observation: Observation) =>
  judgeResponse(observation, (response) => {
    const detail = `${response.status}, ${readType(response)}, at ${response.url.origin}`;
    const isExpected = response.status === 200 && /html/i.test(readType(response));
    return isExpected ? holds(detail) : differs(detail);
  });

/** Returns the text of the scripts that were received. */
const joinScripts = ({ embedScript, secondScript }: Observations) =>
  [embedScript, secondScript]
    .filter((one): one is HttpResponse => typeof one !== 'string' && one.status === 200)
    .map(({ body }) => body)
    .join('\n');

const URLS = /https?:\/\/[\w.-]+(?::\d+)?/g;
/** Matches hosts that occur in scripts although no request is sent to them. */
const NAMESPACE = /\b(w3\.org|example\.(com|org))$/;

const skipWithoutToken: VendorFact['judge'] = () =>
  notSeen('This needs a token, which the doctor never sends.');

/** The facts of the contract that a request can confirm. */
export const VENDOR_FACTS: readonly VendorFact[] = [
  {
    name: 'room-url',
    section: 'Direct room URLs',
    fact: 'app.livewebinar.com/<room> is the room',
    judge: ({ room }) => judgePage(room),
  },
  {
    name: 'room-url-website',
    section: 'Direct room URLs',
    fact: 'livewebinar.com/<room> is the room too',
    judge: ({ roomOnWebsite }) => judgePage(roomOnWebsite),
  },
  {
    name: 'room-framing',
    section: 'Direct room URLs',
    fact: 'Other sites can show the room in an iframe',
    judge: ({ room }) =>
      judgeResponse(room, ({ headers, url }) => {
        const options = headers['x-frame-options'];
        if (options) return differs(`x-frame-options: ${options}`);
        const site = new URL('https://site.example');
        const ancestors = parseCsp(headers['content-security-policy'] ?? '', '')
          .map(({ directives }) => directives.get('frame-ancestors'))
          .find(
            (sources) =>
              sources &&
              !allowsUrl({ name: 'frame-ancestors', kind: 'frame-ancestors', sources }, site, url),
          );
        return ancestors
          ? differs(`frame-ancestors ${ancestors.join(' ')}`)
          : holds('no header forbids it');
      }),
  },
  {
    name: 'nickname',
    section: 'Direct room URLs',
    fact: '?_nickname= sets the display name',
    judge: ({ roomWithName }) =>
      judgeResponse(roomWithName, ({ status, body }) => {
        if (status !== 200) return differs(String(status));
        return body.includes(NICKNAME)
          ? holds('the page contains the name')
          : notSeen('The page may read it with a script.');
      }),
  },
  {
    name: 'login-link',
    section: 'Direct room URLs',
    fact: "/widget-login is an attendee's link",
    judge: ({ loginLink }) => judgePage(loginLink),
  },
  {
    name: 'token-urls',
    section: 'Direct room URLs',
    fact: 'Links with a role, personal, registrant or password token',
    judge: skipWithoutToken,
  },
  {
    name: 'embed-script',
    section: 'Embed script',
    fact: '/em is a script',
    judge: ({ embedScript }) => judgeScript(embedScript),
  },
  {
    name: 'embed-script-former-host',
    section: 'Embed script',
    fact: 'embed.archiebot.com still serves /em',
    judge: ({ formerEmbedScript }) => judgeScript(formerEmbedScript),
  },
  {
    name: 'second-script',
    section: 'Embed script',
    fact: `/em adds ${SECOND_SCRIPT_PATH}`,
    judge: ({ embedScript }) =>
      judgeResponse(embedScript, ({ body }) => {
        if (body.includes(SECOND_SCRIPT_PATH)) return holds('named in /em');
        const [other] = /[\w./:-]+\.js\b/.exec(body) ?? [];
        return other ? differs(`/em names ${other}`) : notSeen('/em names no other script.');
      }),
  },
  {
    name: 'second-script-responds',
    section: 'Embed script',
    fact: `${SECOND_SCRIPT_PATH} is a script`,
    judge: ({ secondScript }) => judgeScript(secondScript),
  },
  {
    name: 'container',
    section: 'Embed script',
    fact: 'The room goes into the element whose id is _widget_containerID',
    judge: (seen) => {
      const text = joinScripts(seen);
      const isNamed = text.includes('_widget_containerID') || text.includes(CONTAINER_ID);
      return isNamed && text.includes('getElementById')
        ? holds('named in the scripts, with getElementById')
        : notSeen('The scripts do not name it.');
    },
  },
  {
    name: 'queue',
    section: 'Embed script',
    fact: 'The scripts run the queue of window.Widget',
    judge: (seen) => {
      const text = joinScripts(seen);
      return text.includes('__cbs') && text.includes('initialized')
        ? holds('both names are in the scripts')
        : notSeen('The scripts do not name it.');
    },
  },
  {
    name: 'origins',
    section: 'Embed script',
    fact: "The scripts contact LiveWebinar's hosts only",
    judge: (seen, hosts) => {
      const found = [...new Set(joinScripts(seen).match(URLS) ?? [])];
      const known = new Set<string>(Object.values(hosts));
      const foreign = found.filter((origin) => {
        if (!URL.canParse(origin)) return false;
        const { hostname } = new URL(origin);
        return (
          !known.has(origin) &&
          !/(^|\.)(livewebinar|archiebot|html5meeting)\.com$/.test(hostname) &&
          !NAMESPACE.test(hostname)
        );
      });
      if (foreign.length > 0) return differs(foreign.slice(0, 5).join(', '));
      return found.length > 0
        ? holds(found.slice(0, 5).join(', '))
        : notSeen('No host occurs in them.');
    },
  },
  {
    name: 'no-eval',
    section: 'Embed script',
    fact: "The scripts need no 'unsafe-eval'",
    judge: (seen) => {
      const text = joinScripts(seen);
      if (!text) return notSeen('The script could not be loaded.');
      const [call] = /\b(eval|new Function)\s*\(/.exec(text) ?? [];
      return call ? differs(`${call}…) is in a script`) : holds('no eval and no new Function');
    },
  },
  {
    name: 'api-unauthorized',
    section: 'HTTP API',
    fact: 'A call without a token gets 401 and {"error": {"message": …}}',
    judge: ({ apiWithoutToken }) =>
      judgeResponse(apiWithoutToken, ({ status, body }) => {
        let message: unknown;
        try {
          message = (JSON.parse(body) as { error?: { message?: unknown } } | null)?.error?.message;
        } catch {
          // No JSON: the fact differs.
        }
        const detail = `${status}, ${typeof message === 'string' ? 'with' : 'without'} error.message`;
        return status === 401 && typeof message === 'string' ? holds(detail) : differs(detail);
      }),
  },
  {
    name: 'authorize-page',
    section: 'HTTP API',
    fact: '/auth/oauth2/authorize is where users authorize an application',
    judge: ({ authorizePage }) =>
      judgeResponse(authorizePage, ({ status }) =>
        status === 404 || status >= 500 ? differs(String(status)) : holds(String(status)),
      ),
  },
  {
    name: 'api-calls',
    section: 'HTTP API',
    fact: 'The calls of the API',
    judge: skipWithoutToken,
  },
];
