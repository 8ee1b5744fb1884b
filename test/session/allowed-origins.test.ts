import { expect, oneEvent } from '@open-wc/testing';
import { LivewebinarRoom } from '../../src/livewebinar-room.js';
import { isAllowedOrigin } from '../../src/session/allowed-origins.js';
import { addRoom, createRoom, nextTask } from '../support/room.js';

const FOREIGN = 'https://rooms.acme.example';

/** Injects markup into the body. Returns a function that removes it. */
function inject(markup: string): () => void {
  const box = document.createElement('div');
  box.innerHTML = markup;
  document.body.append(box);
  return () => box.remove();
}

const scriptsFrom = (origin: string) =>
  [...document.scripts].filter(({ src }) => src.startsWith(origin));

describe('allowed origins', () => {
  for (const origin of [
    'https://livewebinar.com',
    'https://embed.livewebinar.com',
    'https://embed.archiebot.com',
    'http://localhost:4810',
    'http://127.0.0.1:8080',
    'http://[::1]:8080',
    'https://rooms.localhost',
  ]) {
    it(`include ${origin}`, () => {
      expect(isAllowedOrigin(origin)).to.equal(true);
    });
  }

  for (const origin of [
    'https://evil.example',
    'https://livewebinar.com.evil.example',
    'https://evil-livewebinar.com',
    'http://embed.livewebinar.com',
    'https://localhost.evil.com',
    'https://127.0.0.1.evil.com',
  ]) {
    it(`do not include ${origin}`, () => {
      expect(isAllowedOrigin(origin)).to.equal(false);
    });
  }

  for (const options of [
    { embedOrigin: FOREIGN },
    { embedOrigin: FOREIGN, isolated: true },
    { roomOrigin: FOREIGN, mode: 'iframe' as const },
    { roomOrigin: FOREIGN },
  ]) {
    it(`reject a foreign host that only an attribute names: ${JSON.stringify(options)}`, async () => {
      const room = addRoom({ ...options, controls: true, roleToken: 'ROLE1' });
      await oneEvent(room, 'livewebinar-error');
      await room.updateComplete;
      expect(room.error).to.include({ code: 'invalid-option' });
      expect(room.error!.message)
        .to.include('LivewebinarRoom.allowOrigins()')
        .and.to.include('<meta');
      expect(scriptsFrom(FOREIGN)).to.have.length(0);
      const links = [...room.shadowRoot!.querySelectorAll('a')].map(({ href }) => href);
      expect(links.join()).to.not.include('acme');
      if ('roomOrigin' in options) expect(room.roomUrl).to.equal('');
    });
  }

  for (const markup of [
    `<meta name="livewebinar-room-origins" content="${FOREIGN}">`,
    `<form name="head"><meta name="livewebinar-room-origins" content="${FOREIGN}"></form>`,
    `<img name="documentElement"><form name="head"><meta name="livewebinar-room-origins" content="${FOREIGN}"></form>`,
  ]) {
    it(`cannot be extended by markup in the body: ${markup}`, () => {
      const undo = inject(markup);
      expect(isAllowedOrigin(FOREIGN)).to.equal(false);
      undo();
    });
  }

  it('can be listed in the head of the page', () => {
    const meta = document.createElement('meta');
    meta.name = 'livewebinar-room-origins';
    meta.content = `https://other.example, ${FOREIGN}`;
    document.head.append(meta);
    expect(isAllowedOrigin(FOREIGN)).to.equal(true);
    expect(isAllowedOrigin('https://other.example')).to.equal(true);
    expect(isAllowedOrigin('https://third.example')).to.equal(false);
    meta.remove();
    expect(isAllowedOrigin(FOREIGN)).to.equal(false);
  });

  it('need https', () => {
    LivewebinarRoom.allowOrigins('http://insecure.example');
    expect(isAllowedOrigin('http://insecure.example')).to.equal(false);
  });

  it('must be origins', () => {
    expect(() => LivewebinarRoom.allowOrigins('rooms.acme.example')).to.throw('allowOrigins');
    expect(() => LivewebinarRoom.allowOrigins(`${FOREIGN}/path`)).to.throw('allowOrigins');
  });

  it('open a room that was rejected before', async () => {
    const origin = 'https://later.acme.example';
    const room = createRoom({ embedOrigin: origin });
    document.body.append(room);
    await oneEvent(room, 'livewebinar-error');
    LivewebinarRoom.allowOrigins(origin);
    await nextTask();
    expect(room.state).to.equal('loading');
    expect(scriptsFrom(origin)).to.have.length(1);
    room.remove();
  });

  it('let the placeholder show images', async () => {
    const avatarUrl = 'https://images.example/a.png';
    LivewebinarRoom.allowOrigins('https://images.example');
    const room = addRoom({ loading: 'click', avatarUrl });
    await room.updateComplete;
    expect(room.shadowRoot!.querySelector('img')!.src).to.equal(avatarUrl);
  });
});
