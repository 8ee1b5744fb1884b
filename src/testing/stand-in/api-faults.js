/** What the API can be told to do, and what that is. */
export const API_FAULTS = {
  401: 'Does not accept the token',
  422: 'Refuses the parameters',
  429: 'Asks for a pause, of `retry-after` seconds',
  500: 'Fails',
  slow: 'Answers after `delay` milliseconds',
  'cut-off': 'Does what is asked, and breaks off in the middle of the answer',
};

const ERRORS = {
  401: { message: 'Unauthenticated.' },
  422: { errors: { name: ['The name is too long.'] } },
  429: { message: 'Too Many Attempts.' },
  500: { message: 'Server Error' },
};

/** Faults that wait for the calls they are meant for. */
export class ApiFaults {
  #waiting = [];

  /** @param {Record<string, string>} order `fault`, `call` (`POST /widgets`), `times`, and what the fault needs. */
  add(order) {
    this.#waiting.push({ ...order, times: Number(order.times ?? 1) });
  }

  /** @param {string} call Such as `GET /widgets/7`. */
  take(call) {
    const order = this.#waiting.find((one) => one.call === call && one.times > 0);
    if (order) order.times -= 1;
    return order;
  }
}

/**
 * @param {Record<string, string>} order
 * @returns {{ status: number, body: object, headers?: Record<string, string> } | undefined}
 */
export function faultyAnswer({ fault, 'retry-after': retryAfter = '0' }) {
  const error = ERRORS[fault];
  if (!error) return undefined;
  const headers = fault === '429' ? { 'retry-after': retryAfter } : {};
  return { status: Number(fault), body: { error }, headers };
}
