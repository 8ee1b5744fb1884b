import { expect } from 'chai';
import { readFileSync } from 'node:fs';

const html = readFileSync(
  new URL('../../src/room-page/public/index.html', import.meta.url),
  'utf8',
);
const readMeta = (name: string) =>
  new RegExp(`(?:name|http-equiv)="${name}"\\s+content="([^"]*)"`).exec(html)![1]!.trim();

const policy = Object.fromEntries(
  readMeta('Content-Security-Policy')
    .split(';')
    .map((line) => line.trim().split(/\s+/))
    .map(([directive, ...sources]) => [directive!, sources]),
);

/** That each source is needed, and stops the rest, is tested in browsers: `test/e2e/room-page-policy.spec.ts`. */
describe('the policy of the room page', () => {
  it('allows hosts of LiveWebinar only, over HTTPS', () => {
    for (const source of Object.values(policy).flat()) {
      expect(source).to.match(
        /^('self'|'none'|'unsafe-inline'|https:\/\/(embed|\*)\.livewebinar\.com)$/,
      );
    }
  });

  it('allows scripts of one host', () => {
    expect(policy['script-src']).to.deep.equal(["'self'", 'https://embed.livewebinar.com']);
  });

  it('allows no inline code, except in style attributes', () => {
    const isInline = ([, sources]: [string, string[]]) => sources.includes("'unsafe-inline'");
    expect(Object.entries(policy).filter(isInline)).to.deep.equal([
      ['style-src-attr', ["'unsafe-inline'"]],
    ]);
  });

  it('closes what the page does not need', () => {
    expect(policy).to.deep.include({
      'default-src': ["'none'"],
      'worker-src': ["'none'"],
      'form-action': ["'none'"],
      'base-uri': ["'self'"],
    });
    expect(policy['frame-src']).not.to.include("'self'");
  });

  it('sends the origin as the referrer, and keeps the page out of search engines', () => {
    expect(readMeta('referrer')).to.equal('strict-origin');
    expect(readMeta('robots')).to.equal('noindex');
  });
});
