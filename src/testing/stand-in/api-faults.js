/** The faults of the API. */
export const API_FAULTS = {
  401: 'Rejects the token',
  422: 'Rejects the parameters',
  429: 'Requires a delay of `retry-after` seconds',
  500: 'Fails',
  slow: 'Responds after `delay` milliseconds',
  'cut-off': 'Takes effect, and breaks the connection in the middle of the response',
};

const ERRORS = {
  401: { message: 'Unauthenticated.' },
  422: { errors: { name: ['The name is too long.'] } },
  429: { message: 'Too Many Attempts.' },
  500: { message: 'Server Error' },
};

/** The faults of the next calls. */
export class ApiFaults {
  #planned = [];

  /**
   * @param {Record<string, string>} planned `fault`, `call` (`POST /widgets`), `times`, and the fault's own
   * fields.
   */
  add(planned) {
    this.#planned.push({ ...planned, times: Number(planned.times ?? 1) });
  }

  /**
   * Returns the fault of a call and counts the call.
   *
   * @param {string} call Such as `GET /widgets/7`.
   */
  take(call) {
    const planned = this.#planned.find((one) => one.call === call && one.times > 0);
    if (planned) planned.times -= 1;
    return planned;
  }
}

/**
 * @param {Record<string, string>} planned
 * @returns {{ status: number, body: object, headers?: Record<string, string> } | undefined}
 */
export function faultResponse({ fault, 'retry-after': retryAfter = '0' }) {
  const error = ERRORS[fault];
  if (!error) return undefined;
  const headers = fault === '429' ? { 'retry-after': retryAfter } : {};
  return { status: Number(fault), body: { error }, headers };
}
