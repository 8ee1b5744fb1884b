import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'node:test';
import { parseForm } from '../../src/testing/stand-in/api-form.js';
import { LivewebinarApiError, type FormFields } from '../../src/api/index.js';
import { encodeForm } from '../../src/api/form.js';

describe('encodeForm', () => {
  for (const [fields, expected] of [
    [{}, ''],
    [{ name: 'Open day' }, 'name=Open+day'],
    [{ name: 'Q & A = ä 🎥' }, 'name=Q+%26+A+%3D+%C3%A4+%F0%9F%8E%A5'],
    [{ form: { id: 7 } }, 'form%5Bid%5D=7'],
    [{ a: { b: { c: 1 } } }, 'a%5Bb%5D%5Bc%5D=1'],
    [{ ids: [7, 8] }, 'ids%5B0%5D=7&ids%5B1%5D=8'],
    [{ 'autostart[lock_state]': 'locked' }, 'autostart%5Block_state%5D=locked'],
    [{ yes: true, no: false }, 'yes=1&no=0'],
    [{ none: null, left: undefined, empty: '', zero: 0 }, 'empty=&zero=0'],
    [{ nothing: {}, in: [] }, ''],
    [{ lone: '\ud800' }, 'lone=%EF%BF%BD'],
  ] as [FormFields, string][]) {
    it(`encodes ${JSON.stringify(fields)}`, () => {
      expect(encodeForm(fields)).to.equal(expected);
    });
  }

  for (const [kind, value] of Object.entries({
    NaN: Number.NaN,
    Infinity,
    'a Date': new Date(),
    'a Map': new Map(),
    'a symbol': Symbol('id'),
    'a BigInt': 7n,
    'a function': () => 7,
  })) {
    it(`rejects ${kind} and names the field`, () => {
      const fields = { form: { id: value } } as never;
      expect(() => encodeForm(fields)).to.throw(LivewebinarApiError, 'form[id]');
    });
  }

  it('is the inverse of a form parser, at any depth', () => {
    // As in PHP: the text in brackets is a property name, or an index if it is an integer.
    const name = fc.stringMatching(/^[a-zA-Zé _-][\w é.&=+%-]*$/).filter((n) => n !== '__proto__');
    const { fields } = fc.letrec<{ fields: object; value: unknown }>((tie) => ({
      fields: fc.dictionary(name, tie('value'), { minKeys: 1, maxKeys: 4 }),
      value: fc.oneof(
        { maxDepth: 4, withCrossShrink: true },
        fc.string({ unit: 'grapheme' }),
        tie('fields'),
      ),
    }));
    fc.assert(
      fc.property(fields, (value) => {
        expect(JSON.stringify(parseForm(encodeForm(value as FormFields)))).to.equal(
          JSON.stringify(value),
        );
      }),
    );
  });

  it('encodes every value once, in order, in ASCII', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.array(fc.integer())), (fields) => {
        const written = encodeForm(fields);
        expect(written).to.match(/^[\x20-\x7e]*$/);
        expect([...new URLSearchParams(written).values()]).to.deep.equal(
          Object.values(fields).flat().map(String),
        );
      }),
    );
  });
});
