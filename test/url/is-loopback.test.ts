import { expect } from 'chai';
import { isLocal } from '../../src/testing/stand-in/origin.js';
import { isLoopback } from '../../src/url/is-loopback.js';

describe('isLoopback', () => {
  const hosts: [authority: string, expected: boolean][] = [
    ['localhost', true],
    ['LOCALHOST:4810', true],
    ['rooms.localhost', true],
    ['127.0.0.1:8080', true],
    ['127.8.9.10', true],
    ['127.1', true],
    ['[::1]', true],
    ['localhost.evil.com', false],
    ['evil-localhost', false],
    ['127.evil.com', false],
    ['127.0.0.1.evil.com', false],
    ['128.0.0.1', false],
    ['[::2]', false],
  ];
  for (const [authority, expected] of hosts) {
    it(`returns ${expected} for ${authority}`, () => {
      expect(isLoopback(new URL(`http://${authority}`).hostname)).to.equal(expected);
      expect(isLocal(`http://${authority}`), 'of the stand-in').to.equal(expected);
    });
  }
});
