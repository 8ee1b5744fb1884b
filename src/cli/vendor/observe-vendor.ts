import { buildEmbedScriptUrl, buildRoomUrl } from '../../url/index.js';
import { CONTAINER_ID, SECOND_SCRIPT_PATH } from '../../url/vendor-constants.js';
import { HttpProblem, type Get, type HttpResponse } from '../doctor/http-client.js';
import type { VendorHosts } from './vendor-hosts.js';

/** A response, or the reason why there is none, as a sentence. */
export type Observation = HttpResponse | string;

/** A display name that a page contains only if it reads the query. */
export const NICKNAME = 'Contract Check';

/** The vendor's responses to requests without a token other than the license key. */
export interface Observations {
  readonly embedScript: Observation;
  readonly formerEmbedScript: Observation;
  readonly secondScript: Observation;
  readonly room: Observation;
  readonly roomOnWebsite: Observation;
  readonly roomWithName: Observation;
  readonly loginLink: Observation;
  readonly apiWithoutToken: Observation;
  readonly authorizePage: Observation;
}

/** Sends the requests that need no token other than the license key. */
export async function observeVendor(
  licenseKey: string,
  hosts: VendorHosts,
  get: Get,
): Promise<Observations> {
  const embedUrl = (origin: string) =>
    buildEmbedScriptUrl(
      { licenseKey, containerId: CONTAINER_ID, width: '100%', height: '100%' },
      { origin },
    );
  const login = new URLSearchParams({
    attendee_email: '',
    token: licenseKey,
    password_token: '',
    _nickname: '',
  });
  const urls: Record<keyof Observations, string> = {
    embedScript: embedUrl(hosts.embed),
    formerEmbedScript: embedUrl(hosts.formerEmbed),
    secondScript: hosts.embed + SECOND_SCRIPT_PATH,
    room: buildRoomUrl({ licenseKey }, { origin: hosts.room }),
    roomOnWebsite: buildRoomUrl({ licenseKey }, { origin: hosts.website }),
    roomWithName: buildRoomUrl({ licenseKey, nickname: NICKNAME }, { origin: hosts.room }),
    loginLink: `${hosts.formerEmbed}/widget-login?${login}`,
    apiWithoutToken: `${hosts.api}/api/me`,
    authorizePage: `${hosts.room}/auth/oauth2/authorize`,
  };
  const observed = await Promise.all(
    Object.entries(urls).map(async ([name, url]) => [name, await observeUrl(new URL(url), get)]),
  );
  return Object.fromEntries(observed) as Observations;
}

async function observeUrl(url: URL, get: Get): Promise<Observation> {
  try {
    return await get(url);
  } catch (error) {
    if (error instanceof HttpProblem) return error.message;
    throw error;
  }
}
