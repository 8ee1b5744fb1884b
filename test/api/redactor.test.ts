import { expect } from 'chai';
import fc from 'fast-check';
import { describe, it } from 'node:test';
import { createRedactor, redactError } from '../../src/api/redactor.js';

describe('createRedactor', () => {
  for (const [text, expected] of [
    ['ann@example.com has a link', '… has a link'],
    ['Ann.Smith+webinar@EXAMPLE.com, bob@example.com', '…, …'],
    ['<ann@example.com>', '<…>'],
    ['mailto:ann@example.com', 'mailto:…'],
    ['"Ann Smith"@example.com is taken', '… is taken'],
    ['ann%40example.com is taken', '… is taken'],
    ['email=ann%2540example.com&x=1', '…'],
    ['{"email":"ann\\u0040example.com"}', '{"email":"…"}'],
    ['ann&#64;example.com', '…;example.com'],
    ['ann&#x40;example.com', '…;example.com'],
    ['ann&commat;example.com', '…;example.com'],
    ['ann＠example.com', '…'],
    ['żółć@przykład.pl', '…'],
    ['The start @ 18:00 is fine for @everyone', 'The start @ 18:00 is fine for @everyone'],
    ['100%40 of nothing', '… of nothing'],
    ['', ''],
  ] as const) {
    it(`turns ${JSON.stringify(text)} into ${JSON.stringify(expected)}`, () => {
      expect(createRedactor([])(text)).to.equal(expected);
    });
  }

  it('replaces the longest secret first, so that no part of it remains', () => {
    for (const secrets of [
      ['ABC', 'ABCDEF', 'BCD'],
      ['BCD', 'ABCDEF', 'ABC'],
      ['ABCDEF', 'ABC', 'BCD'],
    ]) {
      expect(createRedactor(secrets)('ABCDEF ABC BCD')).to.equal('… … …');
    }
  });

  it('replaces secrets however they are escaped', () => {
    const redact = createRedactor(['S3CRET/+ "ä']);
    for (const spelling of [
      'S3CRET/+ "ä',
      'S3CRET%2F%2B%20%22%C3%A4',
      'S3CRET%2F%2B+%22%C3%A4',
      'S3CRET/+ \\"ä',
    ]) {
      expect(redact(`(${spelling})`)).to.equal('(…)');
    }
  });

  it('changes nothing for an empty secret', () => {
    expect(createRedactor([''])('text')).to.equal('text');
  });

  it('removes every name that precedes an at sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '@', ' ', '"', '.', '%40') }), (text) => {
        expect(createRedactor([])(text)).to.not.match(/[a.](@|%40)/);
      }),
    );
  });

  for (const [kind, part] of Object.entries({
    letters: 'a',
    'at signs': '@',
    'quoted names': '"a',
    'percent signs': '%25',
    'HTML entities': '&#0',
    dots: 'a.',
  })) {
    it(`finishes for a megabyte of ${kind}`, () => {
      const text = part.repeat(1_000_000 / part.length);
      expect(createRedactor(['secret'])(text)).to.have.length.of.at.most(1_000_000);
    });
  }
});

describe('redactError', () => {
  const redact = createRedactor(['S3CRET']);

  it('keeps name, code, message and causes', () => {
    const cause = Object.assign(new Error('connect S3CRET'), { code: 'ECONNREFUSED' });
    const copy = redactError(new TypeError('fetch failed', { cause }), redact) as Error;
    expect(copy).to.include({ name: 'TypeError', message: 'fetch failed' });
    expect(copy.stack).to.include('redactor.test');
    expect(copy.cause).to.include({ code: 'ECONNREFUSED', message: 'connect …' });
  });

  it('redacts a string that was thrown', () => {
    expect(redactError('failed with S3CRET', redact)).to.equal('failed with …');
  });

  it('redacts the stack', () => {
    const error = Object.assign(new Error('failed'), { stack: 'Error at S3CRET.js' });
    expect(redactError(error, redact)).to.include({ stack: 'Error at ….js' });
  });

  it('accepts an error without a stack', () => {
    const error = Object.assign(new Error('failed'), { stack: undefined });
    expect(redactError(error, redact)).to.include({ message: 'failed' });
  });

  for (const code of [7, '', 'with spaces', 'A'.repeat(41), { S3CRET: 1 }]) {
    it(`leaves out the code ${JSON.stringify(code)}`, () => {
      const error = Object.assign(new Error('failed'), { code });
      expect(redactError(error, redact)).to.not.have.property('code');
    });
  }

  it('ends with causes that contain themselves', () => {
    const error = new Error('again');
    error.cause = error;
    let depth = 0;
    for (let copy = redactError(error, redact); copy; copy = (copy as Error).cause) depth += 1;
    expect(depth).to.equal(5);
  });

  for (const value of [undefined, null, 7, { message: 'S3CRET' }]) {
    it(`returns undefined for ${JSON.stringify(value)}`, () => {
      expect(redactError(value, redact)).to.equal(undefined);
    });
  }
});
