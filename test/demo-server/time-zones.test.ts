import { expect } from 'chai';
import { describe, it } from 'node:test';
import { findTimeZone } from '../../demo/server/time-zones.js';

describe('findTimeZone', () => {
  for (const [typed, zone] of [
    ['Asia/Tokyo', 'Asia/Tokyo'],
    ['asia/tokyo', 'Asia/Tokyo'],
    ['tokyo', 'Asia/Tokyo'],
    [' New York ', 'America/New_York'],
    ['utc', 'UTC'],
    // Names that browsers still use.
    ['Europe/Kiev', 'Europe/Kiev'],
    ['CET', 'CET'],
    ['Atlantis', undefined],
    ['', undefined],
  ] as const) {
    it(`finds ${zone} for ${JSON.stringify(typed)}`, () => {
      expect(findTimeZone(typed)).to.equal(zone);
    });
  }
});
