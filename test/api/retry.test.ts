import { expect } from 'chai';
import { afterEach, describe, it, mock } from 'node:test';
import { parseRetryAfter, getRetryDelay, wait } from '../../src/api/retry.js';

const NOW = Date.UTC(2026, 0, 1);

describe('parseRetryAfter', () => {
  for (const [header, delay] of [
    ['7', 7000],
    ['0', 0],
    ['1.5', 1500],
    [new Date(NOW + 30_000).toUTCString(), 30_000],
    [new Date(NOW - 30_000).toUTCString(), 0],
    ['1 Jan 2026 00:00:30 GMT', 30_000],
    ['Thu, 01 Jan 2026 00:00:30 +0000', 30_000],
    ['soon', undefined],
    ['1.2.3', undefined],
    ['9'.repeat(400), undefined],
    ['Infinity', undefined],
    ['', undefined],
    [null, undefined],
  ] as const) {
    it(`returns ${delay} for ${header?.slice(0, 40)}`, () => {
      expect(parseRetryAfter(header, NOW)).to.equal(delay);
    });
  }
});

describe('getRetryDelay', () => {
  afterEach(() => mock.restoreAll());

  for (const [attempt, retryAfter, least, most] of [
    [1, undefined, 250, 500],
    [2, undefined, 500, 1000],
    [3, undefined, 1000, 2000],
    [1, 7000, 7250, 7500],
  ] as const) {
    it(`is ${least} to ${most} ms after attempt ${attempt}, Retry-After ${retryAfter}`, () => {
      const random = mock.method(Math, 'random', () => 0);
      expect(getRetryDelay(attempt, retryAfter)).to.equal(least);
      random.mock.mockImplementation(() => 1);
      expect(getRetryDelay(attempt, retryAfter)).to.equal(most);
    });
  }
});

describe('wait', () => {
  it('leaves no listener on the signal', async () => {
    const { signal } = new AbortController();
    const add = mock.method(signal, 'addEventListener');
    const remove = mock.method(signal, 'removeEventListener');
    await wait(0, signal);
    const [type, listener] = add.mock.calls[0]!.arguments;
    expect(remove.mock.calls.map((call) => call.arguments)).to.deep.equal([[type, listener]]);
  });
});
