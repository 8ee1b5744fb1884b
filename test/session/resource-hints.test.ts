import { expect } from '@open-wc/testing';
import type { RoomRequest } from '../../src/session/request.js';
import { addResourceHints, preloadScript } from '../../src/session/resource-hints.js';

const SCRIPT = new URL('https://embed.livewebinar.com/em?_license_key=1');

/** A document without a window, which sends no requests. */
let doc: Document;
let controller: AbortController;
beforeEach(() => {
  doc = document.implementation.createHTMLDocument();
  controller = new AbortController();
});
const findLinks = () => [...doc.querySelectorAll('link')];

describe('addResourceHints', () => {
  const add = (url: URL) =>
    addResourceHints(
      doc,
      url,
      { roomOrigin: 'https://app.livewebinar.com', nonce: 'abc' } as RoomRequest,
      controller.signal,
    );

  it('preloads the second script and connects to the room, until the attempt ends', () => {
    add(SCRIPT);
    const [preload, preconnect] = findLinks();
    expect(preload).to.include({
      rel: 'preload',
      as: 'script',
      href: `${SCRIPT.origin}/widget/wea/wea.min.js`,
      nonce: 'abc',
      referrerPolicy: 'strict-origin',
    });
    expect(preconnect).to.include({
      rel: 'preconnect',
      href: 'https://app.livewebinar.com/',
      referrerPolicy: 'strict-origin',
    });
    controller.abort();
    expect(findLinks()).to.have.length(0);
  });

  it('does not preload the second script from other hosts, which may have another one', () => {
    add(new URL('https://rooms.acme.example/em'));
    expect(findLinks().map(({ rel }) => rel)).to.deep.equal(['preconnect']);
  });
});

describe('preloadScript', () => {
  let calls: number;
  const preload = () => {
    calls = 0;
    preloadScript(doc, SCRIPT, 'abc', controller.signal, () => (calls += 1));
    return findLinks()[0]!;
  };
  const setReadyState = (value: DocumentReadyState) =>
    Object.defineProperty(doc, 'readyState', { value });

  it('calls back at once in a page that has loaded', () => {
    setReadyState('complete');
    preload();
    expect(calls).to.equal(1);
    expect(findLinks()).to.have.length(0);
  });

  for (const relList of [undefined, {}, { supports: () => false }]) {
    it(`calls back at once in a browser without preloading: ${JSON.stringify(relList)}`, () => {
      setReadyState('interactive');
      const createElement = doc.createElement.bind(doc);
      doc.createElement = (name: string) =>
        Object.defineProperty(createElement(name), 'relList', { value: relList });
      preload();
      expect(calls).to.equal(1);
    });
  }

  for (const type of ['load', 'error']) {
    it(`calls back once, after the event ${type} of the preload`, () => {
      setReadyState('interactive');
      const link = preload();
      expect(calls).to.equal(0);
      expect(link).to.include({ rel: 'preload', as: 'script', href: SCRIPT.href, nonce: 'abc' });
      link.dispatchEvent(new Event(type));
      link.dispatchEvent(new Event(type));
      expect(calls).to.equal(1);
      expect(findLinks()).to.have.length(0);
    });
  }

  it('does not call back after the attempt has ended', () => {
    setReadyState('interactive');
    const link = preload();
    controller.abort();
    link.dispatchEvent(new Event('load'));
    expect(calls).to.equal(0);
  });
});
