import { expect } from 'chai';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { LivewebinarApiError } from '../../src/api/index.js';
import { checkFuture, readStart, writeStart } from '../../src/api/start-time.js';

const ZONES = [
  'UTC',
  'Europe/Warsaw',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe', // moves its clocks by half an hour
  'Pacific/Chatham',
  'Pacific/Apia',
  'Africa/Casablanca', // moves them for Ramadan
];

describe('writeStart with a local time', () => {
  for (const [start, timeZone, expected] of [
    ['2026-10-24T18:00', 'Europe/Warsaw', '2026-10-24 18:00:00'],
    ['2026-10-25 18:00:30', 'Europe/Warsaw', '2026-10-25 18:00:30'],
    ['2026-03-29T01:59', 'Europe/Warsaw', '2026-03-29 01:59:00'],
    ['2026-03-29T03:00', 'Europe/Warsaw', '2026-03-29 03:00:00'],
    // A repeated hour: LiveWebinar decides which one it is.
    ['2026-10-25T02:30', 'Europe/Warsaw', '2026-10-25 02:30:00'],
    ['2028-02-29T00:00', 'Asia/Kathmandu', '2028-02-29 00:00:00'],
  ] as const) {
    it(`keeps ${start} in ${timeZone}`, () => {
      expect(writeStart(start, timeZone)).to.deep.equal({ start: expected, timeZone });
    });
  }

  for (const [start, timeZone] of [
    ['2026-03-29T02:00', 'Europe/Warsaw'],
    ['2026-03-29T02:59', 'Europe/Warsaw'],
    ['2026-03-29T01:30', 'Europe/London'],
    ['2026-03-08T02:30', 'America/New_York'],
    ['2026-10-04T02:15', 'Australia/Lord_Howe'],
    ['2011-12-30T12:00', 'Pacific/Apia'], // the day that was left out
    ['2027-02-29T12:00', 'UTC'],
    ['2026-13-01T12:00', 'UTC'],
    ['2026-10-25T25:00', 'UTC'],
  ] as const) {
    it(`rejects ${start} in ${timeZone}, which does not exist`, () => {
      expect(() => writeStart(start, timeZone)).to.throw(LivewebinarApiError, 'start');
    });
  }

  for (const start of [
    '',
    'tomorrow',
    'x2096-10-25T18:00',
    '2096-10-25T18:00x',
    '2096-10-25T18:0',
    '2026-10-25',
    '2026-10-25T18:00Z',
    '2026-10-25T18:00+02:00',
  ]) {
    it(`rejects "${start}"`, () => {
      expect(() => writeStart(start, 'UTC')).to.throw(LivewebinarApiError, 'start');
    });
  }

  it('requires a time zone', () => {
    expect(() => writeStart('2026-10-25T18:00', undefined)).to.throw(
      LivewebinarApiError,
      'timeZone',
    );
  });
});

describe('writeStart with a Date', () => {
  for (const [instant, timeZone, start] of [
    ['2026-10-24T16:00:00Z', 'Europe/Warsaw', '2026-10-24 18:00:00'],
    ['2026-10-25T17:00:00Z', 'Europe/Warsaw', '2026-10-25 18:00:00'],
    ['2026-03-29T00:59:59Z', 'Europe/Warsaw', '2026-03-29 01:59:59'],
    ['2026-03-29T01:00:00Z', 'Europe/Warsaw', '2026-03-29 03:00:00'],
    ['2026-11-01T12:00:00Z', 'America/New_York', '2026-11-01 07:00:00'],
    ['2026-01-01T00:00:00Z', 'America/St_Johns', '2025-12-31 20:30:00'],
    ['2026-01-01T18:15:00Z', 'Asia/Kathmandu', '2026-01-02 00:00:00'],
  ] as const) {
    it(`writes ${instant} as ${start} in ${timeZone}`, () => {
      expect(writeStart(new Date(instant), timeZone)).to.deep.equal({ start, timeZone });
    });
  }

  it('writes UTC without a zone', () => {
    expect(writeStart(new Date('2026-10-25T17:00:00Z'), undefined)).to.deep.equal({
      start: '2026-10-25 17:00:00',
      timeZone: 'UTC',
    });
  });

  for (const [instant, timeZone, start] of [
    ['2026-10-25T00:30:00Z', 'Europe/Warsaw', '2026-10-25 00:30:00'],
    ['2026-10-25T01:30:00Z', 'Europe/Warsaw', '2026-10-25 01:30:00'],
    ['2026-11-01T05:30:00Z', 'America/New_York', '2026-11-01 05:30:00'],
    ['2026-04-04T15:15:00Z', 'Australia/Lord_Howe', '2026-04-04 15:15:00'],
  ] as const) {
    it(`writes ${instant} in UTC, as its local time is repeated in ${timeZone}`, () => {
      expect(writeStart(new Date(instant), timeZone)).to.deep.equal({ start, timeZone: 'UTC' });
    });
  }

  it('rejects an invalid date', () => {
    expect(() => writeStart(new Date('no'), 'UTC')).to.throw(LivewebinarApiError, 'start');
  });

  it('writes one instant in every zone', () => {
    const instant = fc
      .date({ min: new Date('2020-01-01Z'), max: new Date('2035-01-01Z'), noInvalidDate: true })
      .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (date, zone) => {
        const { start, timeZone } = writeStart(date, zone);
        expect(readStart(start, timeZone)?.getTime()).to.equal(date.getTime());
      }),
      { numRuns: 1000 },
    );
  });

  it('writes one instant for every quarter of an hour in nights in which DST begins or ends', () => {
    let nights = 0;
    for (const zone of ZONES) {
      const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
      const offsetAt = (instant: number) =>
        format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value;
      for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2027, 0, 1); day += 86_400_000) {
        if (offsetAt(day) === offsetAt(day + 86_400_000)) continue;
        nights += 1;
        for (let quarter = 0; quarter < 96; quarter += 1) {
          const instant = day + quarter * 900_000;
          const { start, timeZone } = writeStart(new Date(instant), zone);
          expect(readStart(start, timeZone)?.getTime(), `${zone} ${start}`).to.equal(instant);
        }
      }
    }
    // Seven of the zones move their clocks, twice a year.
    expect(nights).to.equal(14);
  });
});

describe('readStart', () => {
  const expected = Date.UTC(2026, 9, 25, 17);
  for (const [start, timeZone] of [
    [expected / 1000, undefined],
    [String(expected / 1000), undefined],
    ['2026-10-25 18:00:00', 'Europe/Warsaw'],
    ['2026-10-25T18:00', 'Europe/Warsaw'],
    ['2026-10-25T17:00:00Z', undefined],
    ['2026-10-25T18:00:00+01:00', 'America/New_York'],
    ['2026-10-25T17:00:00.000000Z', undefined],
    ['2026-10-25T18:00:00+0100', undefined],
  ]) {
    it(`reads ${JSON.stringify(start)}`, () => {
      expect(readStart(start, timeZone)?.getTime()).to.equal(expected);
    });
  }

  it('reads seconds before 1970', () => {
    expect(readStart(-3600, undefined)?.toISOString()).to.equal('1969-12-31T23:00:00.000Z');
  });

  it('returns null for a number that is not a time', () => {
    expect(readStart(Infinity, undefined)).to.equal(null);
  });

  for (const start of [
    null,
    undefined,
    '',
    'soon',
    {},
    '2026-10-25 18:00:00',
    '2026-10-25',
    1e13,
    '20261025180000',
    ['2026-10-25T17:00:00Z'],
    'Sun 2026-10-25 17:00Z',
    '2026-10-25 17:00Z (UTC)',
  ]) {
    it(`returns null for ${JSON.stringify(start)}`, () => {
      expect(readStart(start, undefined)).to.equal(null);
    });
  }
});

describe('checkFuture', () => {
  const NOW = Date.UTC(2026, 9, 25, 0, 45);
  beforeEach(() => mock.timers.enable({ apis: ['Date'], now: NOW }));
  afterEach(() => mock.timers.reset());
  const check = (start: Date | string) => () => checkFuture(start, 'Europe/Warsaw');

  it('accepts a start up to a minute ago', () => {
    expect(check(new Date(NOW - 60_000))).to.not.throw();
    expect(check(new Date(NOW - 60_001))).to.throw(LivewebinarApiError, /^start .* allowPast/);
  });

  it('accepts a repeated local time if one of its instants is in the future', () => {
    expect(check('2026-10-25T02:30')).to.not.throw();
    expect(check('2026-10-25T02:44')).to.not.throw();
    expect(check('2026-10-25T01:30')).to.throw(LivewebinarApiError, 'allowPast');
  });
});
