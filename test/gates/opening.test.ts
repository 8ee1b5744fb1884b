import assert from 'node:assert/strict';
import {
  findBusiestSecond,
  findLatest,
  simulateOpening,
  type Outage,
} from '../support/simulate-opening.js';

const AUDIENCE = { visitors: 3000, seed: 1 };

describe('an audience that waits for the start', () => {
  it('arrives over a minute, and nobody is late', () => {
    const visits = simulateOpening(AUDIENCE);
    assert(findBusiestSecond(visits) < 0.03);
    assert(findLatest(visits) < 2000);
  });

  it('arrives in one wave without the spread', () => {
    assert(findBusiestSecond(simulateOpening({ ...AUDIENCE, isSpread: false })) > 0.2);
  });

  const outages: Outage[] = [
    { from: -45_000, to: -15_000, failsAfter: 200 },
    { from: -45_000, to: -15_000, failsAfter: 20_000 },
  ];
  for (const outage of outages) {
    it(`does not come back in one wave after an outage in which requests fail after ${outage.failsAfter} ms`, () => {
      const visits = simulateOpening({ ...AUDIENCE, outage });
      assert(findBusiestSecond(visits, outage.to) < 0.03);
    });
  }
});
