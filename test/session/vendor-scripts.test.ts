import { expect, fixtureSync, html, waitUntil } from '@open-wc/testing';
import type { Attempt } from '../../src/session/attempt.js';
import type { RoomRequest } from '../../src/session/request.js';
import {
  addScript as addEmbedScript,
  removeStaleScripts,
} from '../../src/session/vendor-scripts.js';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { addRoom, createRoom, nextTask, vendorScripts } from '../support/room.js';

const SECOND_SCRIPT = 'https://cdn.vendor.example/widget/wea/wea.min.js';

const added: HTMLScriptElement[] = [];

/** Adds a script that does not run. */
function addScript(src: string, doc = document): HTMLScriptElement {
  const script = doc.createElement('script');
  script.type = 'text/plain';
  if (src) script.src = src;
  doc.head.append(script);
  added.push(script);
  return script;
}

describe('leaving a room', () => {
  afterEach(() => added.splice(0).forEach((script) => script.remove()));

  for (const src of [`${STAND_IN_ORIGIN}/further.js`, SECOND_SCRIPT]) {
    it(`removes a script that the vendor's script added: ${src}`, async () => {
      const room = addRoom();
      await room.whenReady();
      const script = addScript(src);
      room.unload();
      expect(script.isConnected).to.equal(false);
      // A script in a document without a window does not run, even if it is still loading.
      expect(script.ownerDocument.defaultView).to.equal(null);
      expect(vendorScripts()).to.have.length(0);
    });
  }

  it('keeps scripts that the page had before', async () => {
    const script = addScript(`${STAND_IN_ORIGIN}/page.js`);
    const room = addRoom();
    await room.whenReady();
    room.unload();
    expect(script.isConnected).to.equal(true);
  });

  it('keeps scripts of other hosts', async () => {
    const room = addRoom();
    await room.whenReady();
    const script = addScript('https://x.example/page.js');
    room.unload();
    expect(script.isConnected).to.equal(true);
  });

  it('keeps scripts of the page if it serves the embed script itself', async () => {
    const room = addRoom({ embedOrigin: location.origin });
    await room.updateComplete;
    await Promise.resolve();
    expect(room.state).to.equal('loading');
    const script = addScript('/page.js');
    room.unload();
    expect(script.isConnected).to.equal(true);
    expect(document.querySelector('script[src*="/em?"]')).to.equal(null);
  });
});

describe('a room in a removed iframe', () => {
  it('is closed without an error', async () => {
    const frame = fixtureSync<HTMLIFrameElement>(html`<iframe></iframe>`);
    const page = frame.contentDocument!;
    const room = createRoom();
    page.body.append(room);
    await room.whenReady();
    addScript('https://x.example/page.js', page);
    frame.remove();
    // Mocha fails the test for an uncaught error.
    room.unload();
    await nextTask();
    expect(room.state).to.equal('idle');
  });
});

describe('removeStaleScripts', () => {
  const CONTAINER = 'livewebinar-room-container';
  const embedScript = (query: string) => `${STAND_IN_ORIGIN}/em?t=1${query}`;
  let doc: Document;
  let win: Window;
  beforeEach(() => {
    win = fixtureSync<HTMLIFrameElement>(html`<iframe></iframe>`).contentWindow!;
    doc = win.document;
    Object.assign(win, { Widget: () => {} });
  });

  it('removes the scripts of a closed room from a saved page, and nothing else', () => {
    const kept = [
      '',
      embedScript(''),
      embedScript('&_widget_containerID=snippet'),
      `${STAND_IN_ORIGIN}/other?_widget_containerID=${CONTAINER}`,
      'https://x.example/page.js',
    ].map((src) => addScript(src, doc));
    for (const src of [
      embedScript(`&_widget_containerID=${CONTAINER}`),
      embedScript(`&_widget_containerID=${CONTAINER}-`),
      SECOND_SCRIPT,
    ]) {
      addScript(src, doc);
    }
    removeStaleScripts(doc);
    expect([...doc.scripts]).to.deep.equal(kept);
    expect(win).to.not.have.property('Widget');
  });

  it("keeps the scripts of the vendor's snippet", () => {
    const kept = [embedScript('&_widget_containerID=snippet'), SECOND_SCRIPT].map((src) =>
      addScript(src, doc),
    );
    removeStaleScripts(doc);
    expect([...doc.scripts]).to.deep.equal(kept);
    expect(win).to.have.property('Widget');
  });

  it('keeps the scripts of an open room', async () => {
    const room = addRoom();
    await room.whenReady();
    const scripts = vendorScripts();
    const stale = addScript(embedScript(`&_widget_containerID=${CONTAINER}`));
    removeStaleScripts(document);
    expect(stale.isConnected).to.equal(false);
    expect(vendorScripts()).to.deep.equal(scripts);
    expect(window).to.have.property('Widget');
  });
});

describe('addScript', () => {
  // A port that refuses connections.
  const url = new URL('http://localhost:9/em?_license_key=1');
  const findScript = () => document.querySelector<HTMLScriptElement>(`script[src="${url.href}"]`);
  let controller: AbortController;
  let failures: number;
  beforeEach(() => {
    controller = new AbortController();
    failures = 0;
  });
  afterEach(() => controller.abort());
  const add = (options: Partial<RoomRequest> = {}) => {
    const { signal } = controller;
    const attempt = { signal, fail: () => (failures += 1) } as Partial<Attempt> as Attempt;
    const request = { roomOrigin: STAND_IN_ORIGIN, nonce: '', ...options } as RoomRequest;
    addEmbedScript(document, url, request, attempt);
    return findScript()!;
  };

  it('adds a script that runs as soon as it has loaded, with the nonce', () => {
    expect(add({ nonce: 'abc' })).to.include({ async: true, nonce: 'abc' });
  });

  it('fails the attempt if the script does not load', async () => {
    add();
    await waitUntil(() => failures);
    controller.abort();
    expect(findScript()).to.equal(null);
  });

  it("fails the attempt if the vendor's second script does not load, but not for other scripts", async () => {
    add().remove();
    addScript('https://x.example/page.js').dispatchEvent(new Event('error'));
    addScript(SECOND_SCRIPT).dispatchEvent(new Event('error'));
    await waitUntil(() => failures);
    await nextTask();
    expect(failures).to.equal(1);
  });
});
