import { expect, fixtureSync, html, oneEvent } from '@open-wc/testing';
import { STAND_IN_ORIGIN } from '../src/testing/stand-in/origin.js';
import type { LivewebinarReadyEvent, LivewebinarStateChangeEvent } from '../src/events.js';
import type { LivewebinarRoom } from '../src/livewebinar-room.js';
import {
  addRoom,
  nextTask,
  collect,
  createRoom,
  framesOf,
  uniqueKey,
  requestsFor,
  vendorScripts,
} from './support/room.js';

const TOKENS = {
  roleToken: 'ROLE1',
  personalToken: 'PERSONAL1',
  registrantToken: 'REGISTRANT1',
  passwordToken: 'PASSWORD1',
  email: 'secret@example.com',
};

describe('livewebinar-room', () => {
  it('opens a room in script mode, in a light-DOM container with an id of its own', async () => {
    const room = addRoom({ nickname: "O'Brien & Søn 🎥" });
    await room.whenReady();
    const container = room.querySelector<HTMLElement>(':scope > [slot=room]')!;
    expect(container.id).to.not.equal('');
    expect(container.querySelector('iframe')).to.exist;
    expect(container.assignedSlot?.closest('[part=stage]')).to.exist;
    const [query] = await requestsFor(room.licenseKey);
    expect(query!.get('_nickname')).to.equal("O'Brien & Søn 🎥");
    expect(query!.get('_widget_containerID')).to.equal(container.id);
  });

  it('keeps the accessors of its properties, however many rooms are created', async () => {
    const { prototype } = customElements.get('livewebinar-room')!;
    const readAccessors = () =>
      Object.entries(Object.getOwnPropertyDescriptor(prototype, 'label')!);
    const accessors = readAccessors();
    await addRoom({ loading: 'click' }).updateComplete;
    expect(readAccessors().flat()).to.have.members(accessors.flat());
  });

  it('opens a room in iframe mode, without a script of the vendor', async () => {
    const room = addRoom({ mode: 'iframe', nickname: 'Ann Lee', roleToken: 'R1' });
    await room.whenReady();
    expect(vendorScripts()).to.have.length(0);
    expect(framesOf(room).map((frame) => frame.src)).to.deep.equal([
      `${STAND_IN_ORIGIN}/${room.licenseKey}/x/R1?_nickname=Ann%20Lee`,
    ]);
  });

  for (const options of [{}, { isolated: true }, { mode: 'iframe' as const }]) {
    describe(`with ${JSON.stringify(options)}`, () => {
      it('goes from idle over loading to ready, and says so once', async () => {
        const room = createRoom(options);
        const states = collect<LivewebinarStateChangeEvent>(room, 'livewebinar-statechange');
        const readies = collect<LivewebinarReadyEvent>(room, 'livewebinar-ready');
        expect(room.state).to.equal('idle');
        document.body.append(room);
        await room.whenReady();
        await nextTask();
        expect(states.map(({ previousState, state }) => [previousState, state])).to.deep.equal([
          ['idle', 'loading'],
          ['loading', 'ready'],
        ]);
        expect(readies).to.have.length(1);
        room.remove();
      });

      it('leaves nothing behind when it is removed', async () => {
        const before = document.querySelectorAll('*').length;
        const room = createRoom(options);
        document.body.append(room);
        await room.whenReady();
        room.remove();
        expect(room.state).to.equal('idle');
        expect(framesOf(room)).to.have.length(0);
        expect(room.children).to.have.length(0);
        expect(vendorScripts()).to.have.length(0);
        expect(window).to.not.have.property('Widget');
        expect(document.querySelectorAll('*').length).to.equal(before);
      });

      it('leaves on unload() and comes back on load()', async () => {
        const room = addRoom(options);
        await room.whenReady();
        room.unload();
        expect(room.state).to.equal('idle');
        expect(framesOf(room)).to.have.length(0);
        room.load();
        expect(room.state).to.equal('loading');
        await room.whenReady();
        expect(framesOf(room)).to.have.length(1);
      });

      it('opens once more, and once only, for several changes in one task', async () => {
        const room = addRoom(options);
        await room.whenReady();
        const key = uniqueKey();
        const readies = collect(room, 'livewebinar-ready');
        room.licenseKey = key;
        await room.updateComplete;
        room.roleToken = 'R2';
        await room.updateComplete;
        room.passwordToken = 'P2';
        await oneEvent(room, 'livewebinar-ready');
        await nextTask();
        expect(readies).to.have.length(1);
        const requests = await requestsFor(key);
        expect(requests).to.have.length(1);
        expect(requests[0]!.get('_password_token')).to.equal('P2');
      });

      it('does not touch an open room for the same options in another order', async () => {
        const room = addRoom({ ...options, embedOptions: { _a: '1', _b: '2' } });
        await room.whenReady();
        const [frame] = framesOf(room);
        room.embedOptions = { _b: '2', _a: '1' };
        await room.updateComplete;
        await nextTask();
        expect(framesOf(room)).to.deep.equal([frame]);
      });

      it('does not touch an open room for a cosmetic change', async () => {
        const room = addRoom(options);
        await room.whenReady();
        const [frame] = framesOf(room);
        const states = collect(room, 'livewebinar-statechange');
        Object.assign(room, {
          nickname: 'New Name',
          avatarUrl: 'https://example.com/a.png',
          label: 'Other',
          allow: 'midi',
          timeout: 5,
          loading: 'click',
          controls: true,
        });
        await room.updateComplete;
        await nextTask();
        expect(states).to.have.length(0);
        expect(framesOf(room)).to.deep.equal([frame]);
      });
    });
  }

  it('takes a new nickname along at reload()', async () => {
    const room = addRoom({ nickname: 'Old' });
    await room.whenReady();
    room.nickname = 'New';
    room.reload();
    await oneEvent(room, 'livewebinar-ready');
    const names = (await requestsFor(room.licenseKey)).map((query) => query.get('_nickname'));
    expect(names).to.deep.equal(['Old', 'New']);
  });

  it('stays idle and sends no request without a license key', async () => {
    const room = addRoom({ licenseKey: '' });
    await room.updateComplete;
    await nextTask();
    expect(room.state).to.equal('idle');
    expect(room.roomUrl).to.equal('');
    expect(vendorScripts()).to.have.length(0);
    room.licenseKey = uniqueKey();
    await room.whenReady();
  });

  it('reads its attributes', () => {
    const holder = document.createElement('div');
    holder.innerHTML = `<livewebinar-room license-key="a" role-token="b" personal-token="c"
      registrant-token="d" password-token="e" email="f" nickname="g" avatar-url="https://h.example/"
      embed-origin="https://i.example" room-origin="https://j.example" mode="iframe" isolated
      loading="click" timeout="7" controls label="k" allow="midi" container-id="l" width="1px" height="2px"></livewebinar-room>`;
    const room = holder.firstElementChild as LivewebinarRoom;
    customElements.upgrade(room);
    expect(room).to.include({
      licenseKey: 'a',
      roleToken: 'b',
      personalToken: 'c',
      registrantToken: 'd',
      passwordToken: 'e',
      email: 'f',
      nickname: 'g',
      avatarUrl: 'https://h.example/',
      embedOrigin: 'https://i.example',
      roomOrigin: 'https://j.example',
      mode: 'iframe',
      isolated: true,
      loading: 'click',
      timeout: 7,
      controls: true,
      label: 'k',
      allow: 'midi',
      containerId: 'l',
      width: '1px',
      height: '2px',
    });
  });

  it('takes a removed attribute, null and undefined for the default', async () => {
    const room = addRoom({ mode: 'iframe' });
    await room.whenReady();
    room.setAttribute('timeout', '5000');
    room.removeAttribute('timeout');
    room.loading = null as never;
    room.mode = undefined as never;
    expect(room.timeout).to.equal(20_000);
    expect(room.loading).to.equal('eager');
    expect(room.mode).to.equal('script');
    await oneEvent(room, 'livewebinar-ready');

    let changes = 0;
    room.addEventListener('livewebinar-statechange', () => (changes += 1));
    room.mode = undefined as never;
    await room.updateComplete;
    expect(changes).to.equal(0);
  });

  it('keeps tokens and e-mail out of its attributes', async () => {
    const room = addRoom(TOKENS);
    await room.whenReady();
    const tag = room.cloneNode(false) as Element;
    for (const token of Object.values(TOKENS)) expect(tag.outerHTML).to.not.include(token);
  });

  it('says where it is with exactly one custom state', async () => {
    const room = createRoom();
    const shown = () =>
      ['idle', 'loading', 'ready', 'error'].filter((state) => room.matches(`:state(${state})`));
    expect(shown()).to.deep.equal(['idle']);
    document.body.append(room);
    await room.updateComplete;
    expect(shown()).to.deep.equal(['loading']);
    await room.whenReady();
    expect(shown()).to.deep.equal(['ready']);
    room.licenseKey = 'x';
    room.mode = 'nonsense' as 'script';
    await oneEvent(room, 'livewebinar-error');
    expect(shown()).to.deep.equal(['error']);
    room.remove();
  });

  it('gives the direct URL of the same person', () => {
    const room = createRoom({ licenseKey: '123-123-123', roleToken: 'IYuUtn2P', nickname: 'A B' });
    expect(room.roomUrl).to.equal(`${STAND_IN_ORIGIN}/123-123-123/x/IYuUtn2P?_nickname=A%20B`);
  });

  it('drops a nonsense avatar with one warning and opens the room', async () => {
    const warnings: unknown[][] = [];
    const { warn } = console;
    console.warn = (...args) => warnings.push(args);
    try {
      const room = addRoom({ avatarUrl: 'javascript:alert(1)' });
      await room.whenReady();
      room.label = 'again';
      await room.updateComplete;
      const [query] = await requestsFor(room.licenseKey);
      expect(query!.has('_avatar_url')).to.equal(false);
    } finally {
      console.warn = warn;
    }
    expect(warnings).to.have.length(1);
    expect(String(warnings[0])).to.include('avatar-url');
  });

  const bad: [string, Partial<LivewebinarRoom>][] = [
    ['embedOrigin', { embedOrigin: 'https://example.com/path' }],
    ['embedOrigin', { embedOrigin: 'http://example.com' }],
    ['embedOrigin', { embedOrigin: 'javascript:alert(1)' }],
    ['roomOrigin', { roomOrigin: 'nonsense' }],
    ['roomOrigin', { roomOrigin: 'http://localhost.example.com' }],
    ['mode', { mode: 'frame' as 'iframe' }],
    ['loading', { loading: 'soon' as 'lazy' }],
    ['timeout', { timeout: NaN }],
    ['timeout', { timeout: 0 }],
    ['licenseKey', { licenseKey: '..' }],
    ['roleToken', { roleToken: 'a"b' }],
    ['embedOptions', { embedOptions: { _nickname: 'x' } }],
    ['roleToken', { isolated: true, roleToken: '..' }],
    ['embedOptions', { isolated: true, embedOptions: { _nickname: 'x' } }],
  ];
  for (const [option, options] of bad) {
    it(`names ${option} in the error for ${JSON.stringify(options)}`, async () => {
      const room = createRoom(options);
      const opened = room.whenReady();
      const errors = collect(room, 'livewebinar-error');
      document.body.append(room);
      const error = await opened.then(
        () => null,
        (reason: Error) => reason,
      );
      await nextTask();
      expect(error).to.equal(room.error);
      expect(room.state).to.equal('error');
      expect(room.error).to.include({ code: 'invalid-option' });
      expect(room.error!.message).to.include(option);
      expect(errors).to.have.length(1);
      expect(errors[0]).to.include({ attempt: 1, willRetry: false });
      room.remove();
    });
  }

  it('waits for the viewport with loading="lazy"', async () => {
    const far = document.createElement('div');
    far.style.height = '10000px';
    document.body.append(far);
    const room = createRoom({ loading: 'lazy' });
    document.body.append(room);
    await room.updateComplete;
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    expect(room.state).to.equal('idle');
    room.scrollIntoView();
    await room.whenReady();
    far.remove();
    room.remove();
  });

  it('waits for a click with loading="click"', async () => {
    const room = addRoom({ loading: 'click' });
    await room.updateComplete;
    await nextTask();
    expect(room.state).to.equal('idle');
    expect(await requestsFor(room.licenseKey)).to.have.length(0);
    room.shadowRoot!.querySelector<HTMLElement>('[part=join-button]')!.click();
    await room.whenReady();
    expect(document.activeElement).to.equal(framesOf(room)[0]);
  });

  it('waits for a click, too, when everything is said later, as by a wrapper after hydration', async () => {
    const room = document.createElement('livewebinar-room');
    fixtureSync(html`<div></div>`).append(room);
    await room.updateComplete;
    await nextTask();
    const { licenseKey, embedOrigin, roomOrigin } = createRoom();
    Object.assign(room, { licenseKey, embedOrigin, roomOrigin, loading: 'click' });
    await room.updateComplete;
    await nextTask();
    expect(room.state).to.equal('idle');
    expect(await requestsFor(licenseKey)).to.have.length(0);
    room.load();
    await room.whenReady();
  });

  it('waits for a click once it no longer waits for the viewport', async () => {
    const room = addRoom({ loading: 'lazy', hidden: true });
    await room.updateComplete;
    room.loading = 'click';
    await room.updateComplete;
    room.hidden = false;
    for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
    expect(room.state).to.equal('idle');
    expect(await requestsFor(room.licenseKey)).to.have.length(0);
  });
});
