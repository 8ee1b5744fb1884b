import { expect, type Page } from '@playwright/test';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { findField, readVisitor, SITE, test, withAttributes } from './room-page-site.js';

/** Collects the directives that the page's policy enforces. */
async function watchViolations(page: Page): Promise<string[]> {
  const violations: string[] = [];
  await page.exposeFunction('onViolation', (directive: string) => violations.push(directive));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      (window as unknown as { onViolation(directive: string): void }).onViolation(
        effectiveDirective,
      ),
    );
  });
  return violations;
}

/** What an injection could try, and the directive that stops it. */
const INJECTIONS: [directive: string, html: string][] = [
  ['script-src-elem', '<script src="OTHER/x.js"></script>'],
  ['script-src-elem', '<script>document.title = "injected"</script>'],
  ['script-src-elem', '<script src="data:text/javascript,1"></script>'],
  ['script-src-attr', '<img src="/logo.svg" onload="document.title = 1">'],
  ['frame-src', '<iframe src="OTHER/"></iframe>'],
  ['frame-src', '<iframe src="/room/"></iframe>'],
  ['img-src', '<img src="OTHER/x.png" alt="">'],
  ['img-src', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">'],
  ['style-src-elem', '<link rel="stylesheet" href="OTHER/x.css">'],
  ['style-src-elem', '<style>body { color: red }</style>'],
  ['object-src', '<object data="/logo.svg"></object>'],
  ['media-src', '<video src="/logo.svg"></video>'],
  ['base-uri', '<base href="OTHER/">'],
  ['form-action', '<form action="/room/"><input name="injected"></form>'],
  ['form-action', '<form action="OTHER/"><input name="injected"></form>'],
];

/** A site that is neither this one nor LiveWebinar. */
const OTHER = 'https://other.example';

/** Adds HTML to the page as its parser does, so that scripts in it run. */
const inject = (page: Page, html: string) =>
  page.evaluate((html) => {
    document.querySelector('base')!.remove();
    const fragment = document.createRange().createContextualFragment(html);
    (/^<(base|link|style)/.test(html) ? document.head : document.body).append(fragment);
    document.querySelector<HTMLFormElement>('form[action]')?.submit();
  }, html);

test.describe('the policy of the room page', () => {
  for (const [directive, html] of INJECTIONS) {
    test(`stops ${html} by ${directive}`, async ({ page, origin }) => {
      const violations = await watchViolations(page);
      await page.goto(`${origin}/room/`);
      await expect(findField(page)).toBeVisible();
      await inject(page, html.replace('OTHER', OTHER));
      await expect.poll(() => violations).toContain(directive);
      if (directive.startsWith('script-src')) await expect(page).toHaveTitle('Join a webinar');
      expect(page.url()).toBe(`${origin}/room/`);
    });
  }

  /** The same for scripts, without those that a driver's `evaluate` exempts from the policy. */
  const CALLS: [directive: string, name: string, call: () => unknown][] = [
    ['connect-src', 'fetch', () => fetch('https://other.example/')],
    ['connect-src', 'WebSocket', () => new WebSocket('wss://other.example/')],
    ['worker-src', 'Worker', () => new Worker('/room/links.js')],
    ['font-src', 'FontFace', () => new FontFace('x', 'url(/x.woff2)').load()],
  ];
  for (const [directive, name, call] of CALLS) {
    test(`stops ${name} by ${directive}`, async ({ page, origin }) => {
      const violations = await watchViolations(page);
      await page.goto(`${origin}/room/`);
      await expect(findField(page)).toBeVisible();
      await page.evaluate(call).catch(() => undefined);
      await expect.poll(() => violations).toContain(directive);
    });
  }

  /** Each source of the policy, and a page that does not work without it. */
  const NEEDED: [
    directive: string,
    source: string,
    url: string,
    edit?: (html: string) => string,
  ][] = [
    ['script-src', "'self'", '/room/'],
    ['script-src', STAND_IN_ORIGIN, '/room/123-123-123'],
    ['frame-src', STAND_IN_ORIGIN, '/room/123-123-123'],
    ['connect-src', "'self'", '/room/'],
    ['connect-src', STAND_IN_ORIGIN, '/room/123-123-123', withAttributes('mode="iframe"')],
    [
      'img-src',
      "'self'",
      '/room/',
      (html) => html.replace('<h1', '<img src="/logo.svg" alt=""><h1'),
    ],
    [
      'img-src',
      STAND_IN_ORIGIN,
      `/room/123-123-123?avatar_url=${STAND_IN_ORIGIN}/stand-in/avatar.svg`,
      withAttributes('loading="click"'),
    ],
    ['style-src', "'self'", '/room/'],
    [
      'style-src-attr',
      "'unsafe-inline'",
      '/room/',
      (html) => html.replace('<body>', '<body style="--livewebinar-room-accent: #b3261e">'),
    ],
    ['base-uri', "'self'", '/room/'],
  ];
  for (const [directive, source, url, edit = (html: string) => html] of NEEDED) {
    const remove = (html: string) =>
      html.replace(new RegExp(`(${directive} [^;]*?) ?${source}`), (_, start: string) =>
        start.endsWith(directive) ? `${start} 'none'` : start,
      );
    for (const isRemoved of [false, true]) {
      test.describe(`${directive} ${source}`, () => {
        test.use({
          site: { ...SITE, edit: (html) => edit(isRemoved ? remove(html) : html) },
        });
        test(`${isRemoved ? 'is missed at' : 'is enough for'} ${url}`, async ({ page, origin }) => {
          const violations = await watchViolations(page);
          await page.goto(origin + url);
          if (url === '/room/' && (!isRemoved || directive === 'connect-src')) {
            await findField(page).fill('123-123-123');
            await findField(page).press('Enter');
            await page.waitForURL(/123-123-123$/);
          }
          if (isRemoved) {
            await expect.poll(() => violations.join(' ')).toContain(directive);
          } else {
            if (edit(' loading=').includes('click'))
              await expect(page.getByRole('button')).toBeVisible();
            await page.waitForLoadState('networkidle');
            expect(violations).toEqual([]);
          }
        });
      });
    }
  }

  test('tells LiveWebinar the origin of the page and nothing more', async ({ page, origin }) => {
    const referrers = new Map<string, string | undefined>();
    page.on('request', (request) => {
      if (request.url().startsWith(STAND_IN_ORIGIN)) {
        referrers.set(new URL(request.url()).pathname, request.headers().referer);
      }
    });
    await page.goto(`${origin}/room/123-123-123/abcxyz123?_email=ada@example.com`);
    await readVisitor(page);
    expect(referrers.size).toBeGreaterThan(2);
    for (const [pathname, referrer] of referrers) expect(referrer, pathname).toBe(`${origin}/`);
  });
});
