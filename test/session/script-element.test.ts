import { expect } from '@open-wc/testing';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { addRoom, vendorScripts } from '../support/room.js';

const added: HTMLScriptElement[] = [];

/** Adds a script that does not run. */
function addScript(src: string): HTMLScriptElement {
  const script = document.createElement('script');
  script.type = 'text/plain';
  script.src = src;
  document.head.append(script);
  added.push(script);
  return script;
}

describe('the scripts in the page after an open room', () => {
  afterEach(() => added.splice(0).forEach((script) => script.remove()));

  for (const src of [
    `${STAND_IN_ORIGIN}/further.js`,
    'https://cdn.vendor.example/widget/wea/wea.min.js',
  ]) {
    it(`are none that the vendor's script added: ${src}`, async () => {
      const room = addRoom();
      await room.whenReady();
      const script = addScript(src);
      room.unload();
      expect(script.isConnected).to.equal(false);
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
