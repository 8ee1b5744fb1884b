import { expect } from '@open-wc/testing';
import { STAND_IN_ORIGIN } from '../src/testing/stand-in/origin.js';
import { uniqueKey } from './support/room.js';

/** Opens a page with a room in an iframe. It loads the tag from several URLs, one after the other. */
async function openPage(...scripts: string[]) {
  const frame = document.createElement('iframe');
  const at = (path: string) => new URL(path, location.href).href;
  // The second version is the same code at another URL, so it is another module with another class.
  const map = {
    scopes: {
      [at('/src/define.ts?second-version')]: {
        [at('/src/livewebinar-room.ts')]: at('/src/livewebinar-room.ts?second-version'),
      },
    },
  };
  frame.srcdoc = `<!doctype html>
    <script>
      said = [];
      for (const level of ['warn', 'error']) console[level] = (...words) => said.push(words.join(' '));
      addEventListener('error', ({ message }) => said.push(message));
      addEventListener('unhandledrejection', ({ reason }) => said.push(String(reason)));
    </script>
    <script type="importmap">${JSON.stringify(map)}</script>
    <livewebinar-room license-key="${uniqueKey()}" embed-origin="${STAND_IN_ORIGIN}"
      room-origin="${STAND_IN_ORIGIN}"></livewebinar-room>
    ${scripts.map((path) => `<script type="module" src="${at(path)}"></script>`).join('')}`;
  frame.style.cssText = 'width: 600px; height: 400px';
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  const page = frame.contentWindow as Window & typeof globalThis & { said: string[] };
  pages.push(frame);
  const room = page.document.querySelector('livewebinar-room')!;
  await room.whenReady();
  return {
    room,
    registered: page.customElements.get('livewebinar-room')!,
    said: page.said.filter((words) => !words.includes('Lit is in dev mode')),
  };
}

const pages: HTMLIFrameElement[] = [];

describe('the registration of the tag', () => {
  afterEach(() => pages.splice(0).forEach((page) => page.remove()));

  it('does nothing when the same element is imported twice', async () => {
    const { said } = await openPage('/src/define.ts', '/src/define.ts?again');
    expect(said).to.deep.equal([]);
  });

  it('keeps the first of two versions, warns of the second and throws nothing', async () => {
    const { room, registered, said } = await openPage(
      '/src/define.ts',
      '/src/define.ts?second-version',
    );
    expect(room).to.be.instanceOf(registered);
    expect(said).to.have.length(1);
    expect(said[0]).to.match(
      /another copy .* has already registered the tag.*Load the package once/,
    );
  });
});
