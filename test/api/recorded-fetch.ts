import { mock } from 'node:test';
import { LivewebinarClient, type LivewebinarClientOptions } from '../../src/api/index.js';

/** A request as it was sent. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly redirect: string;
}

/** The result of a request: a response, a network error, or no response until the request is aborted. */
export type FetchResult = Response | Error | 'hang';

/** Creates a `fetch` that records requests and returns one result after the other. */
export function recordFetch(...results: FetchResult[]) {
  const sent: Sent[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    const request = new Request(url, init);
    const headers = Object.fromEntries(request.headers);
    const { method, redirect } = request;
    sent.push({ method, url, headers, body: await request.text(), redirect });
    const result = results.shift();
    if (result === undefined) throw new Error(`Unexpected ${method} ${url}`);
    if (result instanceof Error) throw result;
    return result === 'hang' ? untilAborted(init.signal) : result;
  };
  return { sent, fetch };
}

function untilAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(new DOMException('This operation was aborted', 'AbortError'));
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop);
  });
}

export const LOGIN = { token: 'ACCESS1' };
export const ROOM = {
  data: { id: 7, token: '123-123-123', name: 'Open day', roles: { host: 'HOST1' } },
};

/** Creates a client that logs in with its first call, and records what it sends. */
export function createClient(
  results: FetchResult[],
  options: Partial<LivewebinarClientOptions> = {},
) {
  const { sent, fetch } = recordFetch(Response.json(LOGIN), ...results);
  const client = new LivewebinarClient({
    clientId: 'ID',
    clientSecret: 'SECRET',
    fetch,
    ...options,
  });
  return { client, sent, afterLogin: () => sent.slice(1) };
}

/** Stops the clock, and makes every retry delay as long as possible. */
export function stopClock(now = Date.UTC(2026, 0, 1)): void {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now });
  mock.method(Math, 'random', () => 1);
}

/** Runs everything that does not wait for a timer. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Advances the clock. */
export async function pass(milliseconds: number): Promise<void> {
  await settle();
  mock.timers.tick(milliseconds);
  await settle();
}

/** Returns what a promise rejects with. */
export const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => {
      throw new Error('It was not rejected');
    },
    (error: unknown) => error,
  );
