import { expect } from '@open-wc/testing';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { policyLines } from '../../demo/playground/policy-lines.js';
import type { LivewebinarErrorEvent } from '../../src/events.js';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { addRoom, uniqueKey, requestsFor } from '../support/room.js';

/** Opens a page with a CSP and one room in an iframe. In Firefox, 'self' matches nothing in `srcdoc`. */
async function openPage(policy: string, attributes = ''): Promise<LivewebinarRoom> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<!doctype html>
    <meta http-equiv="Content-Security-Policy" content="${policy.replace(/'self'/g, location.origin)}">
    <livewebinar-room license-key="${uniqueKey()}" loading="click" embed-origin="${STAND_IN_ORIGIN}"
      room-origin="${STAND_IN_ORIGIN}" ${attributes}></livewebinar-room>
    <script type="module" nonce="abc" src="${new URL('/src/define.ts', location.href).href}"></script>`;
  frame.style.cssText = 'width: 600px; height: 400px';
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  pages.push(frame);
  const room = frame.contentDocument!.querySelector('livewebinar-room')!;
  await frame.contentWindow!.customElements.whenDefined('livewebinar-room');
  await room.updateComplete;
  return room;
}

const pages: HTMLIFrameElement[] = [];

/** Resolves with the room's next error event. */
const nextError = (room: LivewebinarRoom): Promise<LivewebinarErrorEvent> =>
  new Promise((resolve) => room.addEventListener('livewebinar-error', resolve));

/** Returns the CSP of `docs/csp.md` for a mode, with the stand-in's origins and what the test page needs. */
const linesFor = (attributes: string): string =>
  policyLines({
    mode: attributes.includes('iframe') ? 'iframe' : 'script',
    embedOrigin: STAND_IN_ORIGIN,
    roomOrigin: STAND_IN_ORIGIN,
  })
    .contentSecurityPolicy.map((line) => line.replace(/(?<=^(?:script|connect)-src)/, " 'self'"))
    .concat(
      "style-src 'self'",
      attributes.includes('iframe') ? "script-src 'self'" : "connect-src 'self'",
    )
    .join('; ');
const TRUSTED_TYPES = "require-trusted-types-for 'script'; trusted-types lit-html livewebinar-room";

describe('content security policy', () => {
  afterEach(() => pages.splice(0).forEach((page) => page.remove()));

  for (const attributes of ['', 'isolated', 'mode="iframe"']) {
    it(`opens with the documented policy and a strict style-src: ${attributes || 'inline'}`, async () => {
      const room = await openPage(linesFor(attributes), attributes);
      const violations: string[] = [];
      room.ownerDocument.addEventListener('securitypolicyviolation', (event) =>
        violations.push(`${event.effectiveDirective} ${event.blockedURI}`),
      );
      room.load();
      await room.whenReady();
      expect(violations).to.deep.equal([]);
      expect(getComputedStyle(room.shadowRoot!.querySelector('.box')!).display).to.equal('grid');
    });

    it(`opens with a nonce and strict-dynamic: ${attributes || 'inline'}`, async () => {
      const room = await openPage("script-src 'nonce-abc' 'strict-dynamic'", attributes);
      room.load();
      await room.whenReady();
    });
  }

  it('opens in iframe mode if connect-src blocks the HEAD request', async () => {
    const room = await openPage("connect-src 'none'", 'mode="iframe"');
    room.load();
    await room.whenReady();
  });

  it('sets its `nonce` on the script that it adds', async () => {
    const room = await openPage("script-src 'self' 'nonce-own'", 'nonce="own"');
    const nonces: string[] = [];
    new MutationObserver((records) => {
      for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (node.nodeName === 'SCRIPT') nonces.push((node as HTMLScriptElement).nonce);
      }
    }).observe(room.ownerDocument.head, { childList: true });
    const event = nextError(room);
    room.load();
    // The vendor's second script has no nonce, and the policy has no 'strict-dynamic'.
    expect((await event).error).to.include({ code: 'script-blocked' });
    expect(nonces[0]).to.equal('own');
  });

  const refusals: [policy: string, attributes: string, directive: string][] = [
    ["script-src 'self'", '', 'script-src'],
    ["script-src 'self'", 'isolated', 'script-src'],
    ["frame-src 'none'", 'mode="iframe"', 'frame-src'],
    ["frame-src 'none'", '', 'frame-src'],
    ["frame-src 'none'", 'isolated', 'frame-src'],
  ];
  for (const [policy, attributes, directive] of refusals) {
    it(`names ${directive} when ${policy} blocks the room: ${attributes || 'inline'}`, async () => {
      const room = await openPage(policy, attributes);
      const event = nextError(room);
      room.load();
      const { error, willRetry } = await event;
      expect(error).to.include({ code: 'script-blocked' });
      expect(error.message).to.include(directive);
      expect(willRetry).to.equal(false);
      expect(room.state).to.equal('error');
    });
  }

  const violations: [name: string, violation: object, end: string][] = [
    ['of the room', {}, 'error'],
    ['in a frame of the room', { effectiveDirective: 'frame-src' }, 'error'],
    ['that is only reported', { disposition: 'report' }, 'ready'],
    [
      'of a host that starts with the name of the room’s host',
      { blockedURI: `${STAND_IN_ORIGIN}0/em` },
      'ready',
    ],
    ['of a host that the room does not need', { blockedURI: 'https://x.example/em' }, 'ready'],
    ['of an image', { effectiveDirective: 'img-src' }, 'ready'],
    ['of a fenced frame', { effectiveDirective: 'fenced-frame-src' }, 'ready'],
  ];
  for (const [name, violation, end] of violations) {
    it(`leaves an open room in the state ${end} after a violation ${name}`, async () => {
      const room = addRoom({ roomOrigin: 'https://app.livewebinar.com' });
      await room.whenReady();
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          blockedURI: `${STAND_IN_ORIGIN}/em`,
          disposition: 'enforce',
          documentURI: location.href,
          effectiveDirective: 'script-src-elem',
          originalPolicy: "script-src 'none'",
          statusCode: 200,
          violatedDirective: 'script-src-elem',
          ...violation,
        }),
      );
      expect(room.state).to.equal(end);
    });
  }

  describe('with Trusted Types', () => {
    before(function () {
      // Some engines do not support Trusted Types. The policy has no effect there.
      if (!('trustedTypes' in window)) this.skip();
    });

    it('opens in iframe mode', async () => {
      const room = await openPage(TRUSTED_TYPES, 'mode="iframe"');
      room.load();
      await room.whenReady();
    });

    for (const attributes of ['', 'isolated']) {
      it(`adds the embed script, and names the policy when the second script is blocked: ${attributes || 'inline'}`, async () => {
        const room = await openPage(TRUSTED_TYPES, attributes);
        room.ownerDocument.defaultView!.addEventListener('error', (event) =>
          event.preventDefault(),
        );
        const event = nextError(room);
        room.load();
        const { error } = await event;
        expect(error).to.include({ code: 'script-blocked' });
        expect(error.message).to.include('require-trusted-types-for').and.to.include('iframe');
        // The embed script was not blocked: the stand-in has received the request.
        expect(await requestsFor(room.licenseKey)).to.have.length(1);
      });
    }

    for (const attributes of ['', 'isolated']) {
      it(`names the cause when trusted-types does not list the element's policy: ${attributes || 'inline'}`, async () => {
        const policy = "require-trusted-types-for 'script'; trusted-types lit-html";
        const room = await openPage(policy, attributes);
        const event = nextError(room);
        room.load();
        const { error } = await event;
        expect(error).to.include({ code: 'script-blocked' });
        expect(error.cause).to.have.property('name', 'TypeError');
      });
    }
  });
});
