import { expect } from 'chai';
import { parseRoomUrl } from '../../src/url/index.js';

describe('parseRoomUrl and the vendor’s own pages', () => {
  for (const path of [
    'pricing',
    'Pricing/',
    'terms-of-service',
    'privacy-policy',
    'about-us',
    'contact',
    'features',
    'blog',
    'login',
    'sign-up',
    'signup',
    'affiliate',
    'cookie',
    'feature',
    'integration',
    'partner',
    'product',
    'help-center',
    'de',
    'pt-br',
    'pricing?utm_source=mail#plans',
    'blog/how-to-host-a-webinar',
    'pl/pricing',
  ]) {
    it(`returns null for livewebinar.com/${path}`, () => {
      expect(parseRoomUrl(`https://livewebinar.com/${path}`)).to.equal(null);
    });
  }

  for (const path of [
    'favicon.ico',
    'logo.png',
    'photo.jpg',
    'photo.jpeg',
    'font.woff',
    'index.htm',
    'robots.txt',
    'sitemap.xml',
    'apple-touch-icon.png',
    'index.html',
    'auth',
    'auth/oauth2/authorize',
    'widget',
    'widgets',
    'widget/wea/wea.min.js',
    'em?t=123-123-123',
    'api/v1/widgets',
  ]) {
    it(`returns null for ${path} on any host`, () => {
      for (const origin of [
        'https://livewebinar.com',
        'https://app.livewebinar.com',
        'https://app.html5meeting.com',
      ]) {
        expect(parseRoomUrl(`${origin}/${path}`)).to.equal(null);
      }
      const origins = ['https://rooms.example.com'];
      expect(parseRoomUrl(`${origins[0]}/${path}`, { origins })).to.equal(null);
    });
  }

  for (const [url, licenseKey] of [
    ['https://livewebinar.com/open-day', 'open-day'],
    ['https://livewebinar.com/termsheet', 'termsheet'],
    ['https://livewebinar.com/aboutface', 'aboutface'],
    ['https://livewebinar.com/open.day', 'open.day'],
    ['https://livewebinar.com/authors', 'authors'],
    ['https://livewebinar.com/k', 'k'],
    ['https://app.livewebinar.com/pricing', 'pricing'],
    ['https://app.livewebinar.com/our-static', 'our-static'],
    ['https://app.livewebinar.com/de', 'de'],
    ['https://livewebinar.com/pricing/x/abc', 'pricing'],
  ] as const) {
    it(`reads the custom name in ${url}`, () => {
      expect(parseRoomUrl(url)?.licenseKey).to.equal(licenseKey);
    });
  }
});
