import { invalidOption, LivewebinarApiError } from './api-error.js';
import { checkFunction, checkNumber, checkProperties, checkString } from './check-argument.js';
import { checkBaseUrl } from './check-url.js';
import type { EncodedRequest } from './encode-request.js';
import { readBody } from './read-body.js';
import { createRedactor, redactError } from './redactor.js';
import { isRetryable, MAX_RETRY_DELAY_MS, getRetryDelay, wait } from './retry.js';
import { createVendorError } from './vendor-error.js';
import { invalidResponse } from './vendor-response.js';

/** Options for sending requests. */
export interface TransportOptions {
  /** Base URL of the API; `https://api.archiebot.com/api` by default. */
  baseUrl?: string;
  /** Value of the `Identifier` header; `livewebinar` by default. A white-label account has its own. */
  identifier?: string;
  /** Replacement for the global `fetch()`. */
  fetch?: (url: string, init: RequestInit) => Promise<Response>;
  /** Timeout of one attempt in milliseconds, including the body; 30,000 by default. */
  timeout?: number;
  /**
   * Maximum number of retries of a failed request; 2 by default. A request that creates something is only
   * retried after a 429, which means that nothing was created.
   */
  retries?: number;
  /** Maximum size of a response body in bytes, after decompression; 10,000,000 by default. */
  maxResponseBytes?: number;
}

const BASE_URL = 'https://api.archiebot.com/api';
const ACCEPT = 'application/vnd.archiebot.v1+json';

/** The longest delay that timers support. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** Valid header values. For other values, the error of `fetch` would contain them. */
const HEADER_VALUE = /^[\x21-\x7e]+$/;

/** Sends requests and parses responses, with timeout, size limit and retries. */
export class Transport {
  /** Value of the `Identifier` header. The server login repeats it in its body. */
  readonly identifier: string;
  readonly #baseUrl: string;
  readonly #fetch: NonNullable<TransportOptions['fetch']>;
  readonly #timeout: number;
  readonly #retries: number;
  readonly #maxResponseBytes: number;

  /** @throws {LivewebinarApiError} `invalid-option` if an option is invalid. */
  constructor(options: TransportOptions = {}) {
    checkProperties('options', options, {
      identifier: checkString,
      fetch: checkFunction,
      timeout: checkNumber,
      retries: checkNumber,
      maxResponseBytes: checkNumber,
    });
    this.#baseUrl = checkBaseUrl('baseUrl', options.baseUrl ?? BASE_URL).replace(/\/$/, '');
    this.identifier = options.identifier ?? 'livewebinar';
    this.#fetch = options.fetch ?? ((url, init) => fetch(url, init));
    this.#timeout = options.timeout ?? 30_000;
    this.#retries = options.retries ?? 2;
    this.#maxResponseBytes = options.maxResponseBytes ?? 10_000_000;
    if (!HEADER_VALUE.test(this.identifier)) {
      throw invalidOption('identifier', 'must be ASCII characters without spaces');
    }
    if (!(this.#timeout > 0 && this.#timeout <= MAX_TIMEOUT_MS)) {
      throw invalidOption(
        'timeout',
        `must be a number of milliseconds from 1 to ${MAX_TIMEOUT_MS}`,
      );
    }
    if (!(this.#retries >= 0)) throw invalidOption('retries', 'must be 0 or more');
    if (!(this.#maxResponseBytes > 0)) {
      throw invalidOption('maxResponseBytes', 'must be more than 0');
    }
  }

  /** Sends a request and returns the parsed response, `null` for an empty one. */
  async send(request: EncodedRequest, accessToken?: string): Promise<unknown> {
    let mayHaveSucceeded = false;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#sendOnce(request, accessToken);
      } catch (error) {
        if (!(error instanceof LivewebinarApiError)) throw error;
        // An earlier attempt, whose response was lost, has already deleted the object.
        if (mayHaveSucceeded && request.method === 'DELETE' && error.code === 'not-found') {
          return null;
        }
        mayHaveSucceeded ||= error.code !== 'rate-limited';
        if (attempt > this.#retries || !isRetryable(error, request.isIdempotent)) throw error;
        const delay = getRetryDelay(attempt, error.retryAfter);
        if (delay > MAX_RETRY_DELAY_MS) throw error;
        await wait(delay, request.signal);
      }
    }
  }

  async #sendOnce(request: EncodedRequest, accessToken: string | undefined): Promise<unknown> {
    const { signal, redacted } = request;
    signal?.throwIfAborted();
    const init = this.#createInit(request, accessToken);
    const call = `${redacted.method} ${redacted.path}`;
    const redact = createRedactor([accessToken ?? '', ...request.secrets]);
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), this.#timeout);
    const signals = signal ? [signal, deadline.signal] : [deadline.signal];
    let response: Response;
    let text: string | null;
    try {
      response = await this.#fetch(this.#baseUrl + request.target, {
        ...init,
        signal: AbortSignal.any(signals),
      });
      text = await readBody(response, this.#maxResponseBytes);
    } catch (error) {
      signal?.throwIfAborted();
      if (deadline.signal.aborted) {
        const message = `LiveWebinar did not respond to ${call} within ${this.#timeout} ms.`;
        throw new LivewebinarApiError('timeout', message, { request: redacted });
      }
      const message = `LiveWebinar could not be reached, or the connection was lost: ${call}.`;
      const cause = redactError(error, redact);
      throw new LivewebinarApiError('network', message, { request: redacted, cause });
    } finally {
      clearTimeout(timer);
    }
    const { status } = response;
    if (text === null) {
      const message = `LiveWebinar's response to ${call} exceeds ${this.#maxResponseBytes} bytes.`;
      throw new LivewebinarApiError('response-too-large', message, { status, request: redacted });
    }
    const body = parseJson(text);
    if (!response.ok) throw createVendorError(response, body, redacted, redact);
    if (body === undefined) {
      const message = `LiveWebinar's response to ${call} is not JSON.`;
      throw invalidResponse(message, { status, request: redacted });
    }
    return body;
  }

  #createInit({ method, body }: EncodedRequest, accessToken: string | undefined): RequestInit {
    const headers: Record<string, string> = { Accept: ACCEPT, Identifier: this.identifier };
    if (accessToken !== undefined) {
      if (!HEADER_VALUE.test(accessToken)) {
        throw invalidOption('accessToken', 'must be ASCII characters without spaces');
      }
      headers['Authorization'] = `Bearer ${accessToken}`;
    }
    // A redirect would send the secrets to another URL.
    const init: RequestInit = { method, headers, redirect: 'manual' };
    if (body === undefined) return init;
    headers['Content-Type'] = 'application/x-www-form-urlencoded';
    return { ...init, body };
  }
}

/** Parses JSON. Returns `undefined` if the text is not JSON, because the parser's error would contain it. */
function parseJson(text: string): unknown {
  if (text.trim() === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
