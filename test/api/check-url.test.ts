import { expect } from 'chai';
import { describe, it } from 'node:test';
import { checkBaseUrl, checkUrl } from '../../src/api/check-url.js';
import { LivewebinarApiError } from '../../src/api/index.js';

describe('checkUrl', () => {
  for (const url of [
    'https://site.example/back?a=b',
    'http://localhost:4810/api',
    'http://127.0.0.1/',
    'http://[::1]:4810/',
    'http://api.localhost/',
    'http://127.0.0.2:8080/',
  ]) {
    it(`accepts ${url}`, () => {
      expect(checkUrl('baseUrl', url).href).to.equal(url);
    });
  }

  for (const url of [
    'http://site.example/',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
    'http://localhost@evil.example/',
    'https://user@site.example/',
    'https://:password@site.example/',
    'https://site.example/#a',
    'ftp://localhost/',
    'site.example',
    '',
    undefined as unknown as string,
  ]) {
    it(`rejects ${url}`, () => {
      expect(() => checkUrl('baseUrl', url)).to.throw(LivewebinarApiError, 'baseUrl');
    });
  }
});

describe('checkBaseUrl', () => {
  it('rejects a query', () => {
    expect(checkBaseUrl('baseUrl', 'https://site.example/api')).to.equal(
      'https://site.example/api',
    );
    expect(() => checkBaseUrl('baseUrl', 'https://site.example/api?a')).to.throw('query');
  });
});
