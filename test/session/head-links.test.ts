import { expect } from '@open-wc/testing';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { buildHeadLinks } from '../../src/url/index.js';
import { addRoom, uniqueKey, vendorScripts } from '../support/room.js';

describe('head links', () => {
  const rooms: Partial<LivewebinarRoom>[] = [
    {},
    { nickname: "O'Brien & Søn 🎥", avatarUrl: 'https://x.example/a b.png', roleToken: 'r/1' },
    { containerId: 'own', width: '50%', height: '20rem' },
    { embedOptions: { _disable_target_top: '1', further: 'ü' }, email: 'a+b@x.example' },
  ];
  for (const options of rooms) {
    it(`preload the script that the element requests with ${JSON.stringify(options)}`, async () => {
      const room = { licenseKey: uniqueKey(), embedOrigin: STAND_IN_ORIGIN, ...options };
      await addRoom(room).whenReady();
      // Browsers serialize `'` as `%27` in both URLs.
      expect(vendorScripts()[0]!.src).to.equal(new URL(buildHeadLinks(room)[0]!.href).href);
    });
  }

  it('match each time that a room opens', async () => {
    const licenseKey = uniqueKey();
    const [link] = buildHeadLinks({ licenseKey, embedOrigin: STAND_IN_ORIGIN });
    for (let mount = 0; mount < 2; mount += 1) {
      const room = addRoom({ licenseKey });
      await room.whenReady();
      expect(vendorScripts()[0]!.src).to.equal(link!.href);
      room.remove();
    }
  });

  it('do not prevent the room from opening when an element has the id of the container', async () => {
    const [other, room] = [document.createElement('p'), addRoom()];
    other.id = 'livewebinar-room-container';
    document.body.append(other);
    await room.whenReady();
    expect(room.querySelector('[slot=room] iframe')).to.exist;
    expect(other.childElementCount).to.equal(0);
    other.remove();
  });
});

describe('resource hints', () => {
  const findHints = (doc = document) => [
    ...doc.head.querySelectorAll<HTMLLinkElement>('link[rel=preload], link[rel=preconnect]'),
  ];
  let before: HTMLLinkElement[];
  beforeEach(() => (before = findHints()));
  const added = (doc?: Document) =>
    findHints(doc)
      .filter((link) => !before.includes(link))
      .map(({ rel, href }) => `${rel} ${href}`);

  for (const options of [{}, { isolated: true }] as Partial<LivewebinarRoom>[]) {
    it(`preload the second script and connect to the room while it is open: ${JSON.stringify(options)}`, async () => {
      const room = addRoom({ ...options, roomOrigin: 'https://app.livewebinar.com' });
      expect(added()).to.deep.equal([]);
      await room.whenReady();
      const doc = room.shadowRoot!.querySelector('iframe')?.contentDocument ?? document;
      expect(added(doc)).to.deep.equal([
        `preload ${STAND_IN_ORIGIN}/widget/wea/wea.min.js`,
        'preconnect https://app.livewebinar.com/',
      ]);
      room.unload();
      expect(added()).to.deep.equal([]);
    });
  }

  it('are not added before the visitor joins, nor in iframe mode', async () => {
    addRoom({ loading: 'click' });
    const room = addRoom({ mode: 'iframe' });
    await room.whenReady();
    expect(added()).to.deep.equal([]);
  });

  // They stay disabled in this page, so this test must be the last one.
  it('are not added after a call of disableResourceHints()', async () => {
    LivewebinarRoom.disableResourceHints();
    const room = addRoom();
    await room.whenReady();
    expect(added()).to.deep.equal([]);
  });
});
