import { expect } from '@open-wc/testing';
import { STAND_IN_ORIGIN } from '../../src/testing/stand-in/origin.js';
import type { LivewebinarRoom } from '../../src/livewebinar-room.js';
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
    it(`are what the element asks for with ${JSON.stringify(options)}`, async () => {
      const room = { licenseKey: uniqueKey(), embedOrigin: STAND_IN_ORIGIN, ...options };
      await addRoom(room).whenReady();
      // A browser writes `'` as `%27`, in the link as in the script.
      expect(vendorScripts()[0]!.src).to.equal(new URL(buildHeadLinks(room)[0]!.href).href);
    });
  }

  it('are the same when a room comes again', async () => {
    const licenseKey = uniqueKey();
    const [link] = buildHeadLinks({ licenseKey, embedOrigin: STAND_IN_ORIGIN });
    for (let mount = 0; mount < 2; mount += 1) {
      const room = addRoom({ licenseKey });
      await room.whenReady();
      expect(vendorScripts()[0]!.src).to.equal(link!.href);
      room.remove();
    }
  });

  it('give way to an element that has the id already', async () => {
    const [other, room] = [document.createElement('p'), addRoom()];
    other.id = 'livewebinar-room-container';
    document.body.append(other);
    await room.whenReady();
    expect(room.querySelector('[slot=room] iframe')).to.exist;
    expect(other.childElementCount).to.equal(0);
    other.remove();
  });
});
