import { expect } from '@open-wc/testing';
import type { RoomRequest } from '../../src/session/request.js';
import { validateRequest } from '../../src/session/validate-request.js';

const ORIGIN = 'https://embed.livewebinar.com';

const validate = (options: object) => () =>
  validateRequest({
    mode: 'script',
    loading: 'eager',
    whenHidden: 'stay',
    room: { embedOrigin: ORIGIN },
    roomOrigin: ORIGIN,
    timeout: 20_000,
    ...options,
  } as RoomRequest);

describe('validateRequest', () => {
  for (const timeout of [1, 2 ** 31 - 1]) {
    it(`accepts a timeout of ${timeout}`, () => {
      expect(validate({ timeout })).to.not.throw();
    });
  }

  for (const timeout of [0, -1, Number.NaN, 2 ** 31]) {
    it(`rejects a timeout of ${timeout}, which timers do not support`, () => {
      expect(validate({ timeout })).to.throw('timeout must be a number of milliseconds');
    });
  }

  for (const [option, options] of [
    ['embedOrigin', (origin: string) => ({ room: { embedOrigin: origin } })],
    ['roomOrigin', (origin: string) => ({ roomOrigin: origin })],
  ] as const) {
    it(`requires https for ${option}, even if the page allows the origin`, () => {
      expect(validate(options('http://embed.livewebinar.com'))).to.throw(`${option} must be https`);
      expect(validate(options('http://localhost:4810'))).to.not.throw();
    });

    it(`names allowOrigins() for a foreign ${option}`, () => {
      expect(validate(options('https://rooms.acme.example'))).to.throw(
        new RegExp(`^${option} .*allowOrigins`),
      );
    });
  }
});
