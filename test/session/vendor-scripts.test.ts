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

describe('the scripts in the page after an open room', () => {
  afterEach(() => added.splice(0).forEach((script) => script.remove()));

  for (const src of [`${STAND_IN_ORIGIN}/further.js`, SECOND_SCRIPT]) {
    it(`are none that the vendor's script added: ${src}`, async () => {
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

  it('are those that the page had before', async () => {
    const script = addScript(`${STAND_IN_ORIGIN}/page.js`);
    const room = addRoom();
    await room.whenReady();
    room.unload();
    expect(script.isConnected).to.equal(true);
  });

  it('are those of other hosts', async () => {
    const room = addRoom();
    await room.whenReady();
    const script = addScript('https://x.example/page.js');
    room.unload();
    expect(script.isConnected).to.equal(true);
  });

  it('are those of the page if it serves the embed script itself', async () => {
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

describe('a room whose document has lost its window', () => {
  it('is left without an error', async () => {
    const frame = fixtureSync<HTMLIFrameElement>(html`<iframe></iframe>`);
    const page = frame.contentDocument!;
    const room = createRoom();
    page.body.append(room);
    await room.whenReady();
    addScript('https://x.example/page.js', page);
    frame.remove();
    // Mocha fails the test for an error that nothing catches.
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

  it('removes what a closed room has left in a saved page, and nothing else', () => {
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

  it("leaves the vendor's snippet alone", () => {
    const kept = [embedScript('&_widget_containerID=snippet'), SECOND_SCRIPT].map((src) =>
      addScript(src, doc),
    );
    removeStaleScripts(doc);
    expect([...doc.scripts]).to.deep.equal(kept);
    expect(win).to.have.property('Widget');
  });

  it('leaves an open room alone', async () => {
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
  // A port at which nothing responds.
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

  it("fails the attempt for an error of the vendor's second script, and of no other", async () => {
    add().remove();
    addScript('https://x.example/page.js').dispatchEvent(new Event('error'));
    addScript(SECOND_SCRIPT).dispatchEvent(new Event('error'));
    await waitUntil(() => failures);
    await nextTask();
    expect(failures).to.equal(1);
  });
});
