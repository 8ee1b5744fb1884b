import { invalidOption, LivewebinarApiError, type RedactedRequest } from './api-error.js';
import { encodeForm, flattenFields, type FormFields } from './form.js';
import { LONGEST_PAUSE, mayRepeat, pause, pauseBefore } from './retry.js';
import { checkBaseUrl } from './service-url.js';
import { badAnswer } from './vendor-answer.js';
import { vendorError } from './vendor-error.js';

/** How requests are sent. */
export interface TransportOptions {
  /** Where the API is; `https://api.archiebot.com/api` if left out (vendor contract: A). */
  baseUrl?: string;
  /** A web-standard `fetch`; the global one if left out. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Milliseconds one attempt may take, the body included; 30 000 if left out. */
  timeout?: number;
  /**
   * How often a failed request is sent again, 2 if left out. Only what is safe to repeat is: never a
   * request that makes something, except after a 429, which means that nothing was made.
   */
  retries?: number;
}

/** One request to the API. */
export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Path below the base address, with a slash at its beginning. */
  readonly path: string;
  readonly query?: FormFields;
  /** Form fields under the vendor's names. */
  readonly fields?: FormFields;
  readonly accessToken?: string;
  /** Whether sending it twice does no more than sending it once; by default all but `POST`. */
  readonly isRepeatable?: boolean;
  readonly signal?: AbortSignal | undefined;
}

const BASE_URL = 'https://api.archiebot.com/api';
const ACCEPT = 'application/vnd.archiebot.v1+json';

/** What timers take. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** What LiveWebinar may say of people in its own words, whoever they are. */
const EMAIL = /[^\s"'<>(),;:]+@[^\s"'<>(),;:]+/g;

/** Fields whose values never show in an error, whatever LiveWebinar says about them. */
const SECRET_FIELD = /secret|token|password|code|email/i;

/** Sends requests: writes and reads them, ends them in time, repeats what is safe to repeat. */
export class Transport {
  readonly #baseUrl: string;
  readonly #fetch: NonNullable<TransportOptions['fetch']>;
  readonly #timeout: number;
  readonly #retries: number;

  /** @throws {LivewebinarApiError} `invalid-option`. */
  constructor(options: TransportOptions = {}) {
    this.#baseUrl = checkBaseUrl('baseUrl', options.baseUrl ?? BASE_URL).replace(/\/$/, '');
    this.#fetch = options.fetch ?? ((url, init) => fetch(url, init));
    this.#timeout = options.timeout ?? 30_000;
    this.#retries = options.retries ?? 2;
    if (!(this.#timeout > 0 && this.#timeout <= LONGEST_TIMER)) {
      throw invalidOption('timeout', `must be milliseconds, ${LONGEST_TIMER} at most`);
    }
    if (!(this.#retries >= 0)) throw invalidOption('retries', 'must be 0 or more');
  }

  /** Sends a call and gives the parsed answer, `null` for an empty one. */
  async send(call: Call): Promise<unknown> {
    let mayBeDone = false;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#attempt(call);
      } catch (error) {
        if (!(error instanceof LivewebinarApiError)) throw error;
        // The attempt that was cut off had deleted it already.
        if (mayBeDone && call.method === 'DELETE' && error.code === 'not-found') return null;
        mayBeDone ||= error.code !== 'rate-limited';
        const isRepeatable = call.isRepeatable ?? call.method !== 'POST';
        if (attempt > this.#retries || !mayRepeat(error, isRepeatable)) throw error;
        const wait = pauseBefore(attempt, error.retryAfter);
        if (wait > LONGEST_PAUSE) throw error;
        await pause(wait, call.signal);
      }
    }
  }

  async #attempt(call: Call): Promise<unknown> {
    call.signal?.throwIfAborted();
    const init = this.#write(call);
    const request = redact(call);
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), this.#timeout);
    const signals = call.signal ? [call.signal, deadline.signal] : [deadline.signal];
    let response: Response;
    let text: string;
    try {
      response = await this.#fetch(this.#urlOf(call), {
        ...init,
        signal: AbortSignal.any(signals),
      });
      text = await response.text();
    } catch (cause) {
      call.signal?.throwIfAborted();
      const what = `${request.method} ${request.path}`;
      if (deadline.signal.aborted) {
        const message = `LiveWebinar did not answer ${what} within ${this.#timeout} ms.`;
        throw new LivewebinarApiError('timeout', message, { request });
      }
      const message = `LiveWebinar could not be reached, or its answer was cut off: ${what}.`;
      throw new LivewebinarApiError('network', message, { request, cause });
    } finally {
      clearTimeout(timer);
    }
    const answer = parse(text);
    if (!response.ok) throw vendorError(response, answer, request, scrubber(call));
    if (answer === undefined) {
      const message = `LiveWebinar's answer to ${request.method} ${request.path} is not JSON.`;
      throw badAnswer(message, { status: response.status, request });
    }
    return answer;
  }

  #urlOf({ path, query }: Call): string {
    return this.#baseUrl + path + (query ? `?${encodeForm(query)}` : '');
  }

  #write({ method, fields, accessToken }: Call): RequestInit {
    const headers: Record<string, string> = { Accept: ACCEPT };
    if (accessToken !== undefined) {
      // `fetch` would refuse it too, and quote it.
      if (!/^[\x21-\x7e]+$/.test(accessToken)) throw invalidOption('accessToken', 'is malformed');
      headers['Authorization'] = `Bearer ${accessToken}`;
    }
    // A redirect is not followed: the secrets in the body would go wherever it leads.
    const init: RequestInit = { method, headers, redirect: 'manual' };
    if (!fields) return init;
    headers['Content-Type'] = 'application/x-www-form-urlencoded';
    return { ...init, body: encodeForm(fields) };
  }
}

/** Parses JSON. `undefined` if it is none: the parser's own error would quote the text. */
function parse(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const redact = ({ method, path, fields = {} }: Call): RedactedRequest => ({
  method,
  path,
  fields: flattenFields(fields).map(([name]) => name),
});

/** Makes a function that takes the secrets of a call, however they are escaped, and e-mail addresses out of a text. */
function scrubber({ fields = {}, accessToken = '' }: Call): (text: string) => string {
  const secrets = [
    accessToken,
    ...flattenFields(fields).flatMap(([name, value]) => (SECRET_FIELD.test(name) ? value : [])),
  ]
    .filter((secret) => secret !== '')
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret.toWellFormed()),
      encodeForm({ '': secret }).slice('='.length),
      JSON.stringify(secret).slice(1, -1),
    ])
    // The longest first, or what is left of it would still show.
    .sort((one, other) => other.length - one.length);
  return (text) =>
    secrets
      .reduce((scrubbed, secret) => scrubbed.replaceAll(secret, '…'), text)
      .replace(EMAIL, '…');
}
