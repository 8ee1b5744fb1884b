import { expect } from 'chai';
import { describe, it } from 'node:test';
import {
  checkBoolean,
  checkCallOptions,
  checkCount,
  checkFunction,
  checkId,
  checkIds,
  checkMethods,
  checkNumber,
  checkObject,
  checkProperties,
  checkString,
  checkText,
  checkOneOf,
  type Check,
} from '../../src/api/check-argument.js';
import { LivewebinarApiError } from '../../src/api/index.js';

describe('checkId', () => {
  for (const id of [0, 7, 2 ** 53 - 1, '7', '0', 'a-b_C', 'undefined-1', 'null0', 'notNaN']) {
    it(`accepts ${JSON.stringify(id)}`, () => {
      expect(checkId('roomId', id)).to.equal(String(id));
    });
  }

  for (const id of [
    '',
    ' 7',
    '7 ',
    '7/8',
    '../7',
    '7?a',
    '%2e',
    'undefined',
    'null',
    'NaN',
    -1,
    1.5,
    2 ** 53,
    Number.NaN,
    undefined,
    null,
    true,
    ['7'],
    { toString: () => '7' },
  ]) {
    it(`rejects ${JSON.stringify(id)}`, () => {
      expect(() => checkId('roomId', id)).to.throw(LivewebinarApiError, 'roomId');
    });
  }
});

const NOT_OBJECTS = [null, 'room', 7, true, ['room'], () => {}];
const NOT_TEXTS = ['', ' ', 7, null, {}, ['room']];

describe('the check', () => {
  const rows: [check: Check, good: unknown[], bad: unknown[]][] = [
    [checkObject, [{}, new Date()], [...NOT_OBJECTS, undefined]],
    [checkString, ['', 'room'], [7, null, undefined, {}]],
    [checkText, ['room'], [...NOT_TEXTS, undefined]],
    [checkBoolean, [true, false], [0, 1, 'true', '', null]],
    [checkNumber, [0, -1.5], ['1', null, {}]],
    [checkCount, [1, 500], [0, -1, 1.5, '1', Number.NaN, Infinity, null]],
    [
      checkIds,
      [[], [1, '2']],
      ['1', 1, null, {}, [undefined], [{ id: 1 }], [Number.NaN], ['../me']],
    ],
    [checkFunction, [() => {}], [null, {}, 'fetch']],
    [checkMethods('load'), [{ load: () => null }], [null, {}, 'load', { load: null }]],
    [checkOneOf('host', 'attendee'), ['host'], ['Host', '', null, undefined, ['host'], 'toString']],
  ];
  for (const [check, good, bad] of rows) {
    const name = check.name || 'checkOneOf';
    it(`${name} accepts ${JSON.stringify(good)}`, () => {
      for (const value of good) expect(() => check('room', value)).to.not.throw();
    });

    it(`${name} rejects anything else`, () => {
      for (const value of bad) {
        expect(() => check('room', value), JSON.stringify(value))
          .to.throw(LivewebinarApiError, /^room /)
          .with.property('code', 'invalid-option');
      }
    });
  }
});

describe('checkProperties', () => {
  const checks = { role: checkOneOf('host') };

  it('checks each given property', () => {
    for (const object of [{}, { role: undefined }, { role: 'host' }, { other: 7 }]) {
      expect(() => checkProperties('person', object, checks)).to.not.throw();
    }
    expect(() => checkProperties('person', { role: null }, checks)).to.throw('role must be');
    for (const value of [...NOT_OBJECTS, undefined]) {
      expect(() => checkProperties('person', value as object, checks)).to.throw('person must be');
    }
  });
});

describe('checkCallOptions', () => {
  it('accepts omitted options and a signal', () => {
    for (const options of [undefined, {}, { signal: AbortSignal.abort() }]) {
      expect(() => checkCallOptions(options)).to.not.throw();
    }
  });

  it('rejects anything else', () => {
    for (const options of NOT_OBJECTS) {
      expect(() => checkCallOptions(options as object)).to.throw('options must be an object');
    }
    for (const signal of [null, {}, 5000, new AbortController()]) {
      expect(() => checkCallOptions({ signal } as object)).to.throw(
        'signal must be an AbortSignal',
      );
    }
  });
});
