import { findBusiestSecond, findLatest, simulateOpening } from '../support/simulate-opening.js';

const SECOND_MS = 1000;

/** Outages of 30 seconds, with refused connections or with requests that time out. */
const OUTAGES = [-60, -45, -30, -15, 0].flatMap((from) =>
  [200, 20_000].map((failsAfter) => ({
    from: from * SECOND_MS,
    to: (from + 30) * SECOND_MS,
    failsAfter,
  })),
);

/** Simulates an audience that waits for the start: the requests to the vendor per second, and the latest visitors. */
export function opening({ visitors }) {
  const simulate = (options) => {
    const visits = simulateOpening({ visitors, seed: 1, ...options });
    const outages = OUTAGES.map((outage) => {
      const struck = simulateOpening({ visitors, seed: 1, outage, ...options });
      return {
        ...outage,
        busiestSecondAfter: findBusiestSecond(struck, outage.to),
        pressTryAgain: struck.filter(({ presses }) => presses > 0).length / visitors,
      };
    });
    return { busiestSecond: findBusiestSecond(visits), latest: findLatest(visits), outages };
  };
  return { visitors, spread: simulate({}), notSpread: simulate({ isSpread: false }) };
}
