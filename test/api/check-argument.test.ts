import { expect } from 'chai';
import { describe, it } from 'node:test';
import { checkId, checkObject, checkText } from '../../src/api/check-argument.js';
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
      expect(() => checkId('roomId', id as string)).to.throw(LivewebinarApiError, 'roomId');
    });
  }
});

describe('checkObject', () => {
  for (const value of [null, undefined, 'room', 7]) {
    it(`rejects ${JSON.stringify(value)}`, () => {
      expect(() => checkObject('room', value as unknown as object)).to.throw(
        LivewebinarApiError,
        'room must be an object',
      );
    });
  }
});

describe('checkText', () => {
  it('accepts a text', () => {
    expect(() => checkText('person', { email: 'a@example.com' }, 'email')).to.not.throw();
  });

  for (const person of [{}, { email: '' }, { email: ' ' }, { email: 7 }, { email: null }]) {
    it(`rejects ${JSON.stringify(person)}`, () => {
      expect(() => checkText('person', person, 'email')).to.throw(LivewebinarApiError, 'email');
    });
  }
});
