import { expect, fixtureSync, html, oneEvent } from '@open-wc/testing';
import type { LivewebinarRoom } from '../src/livewebinar-room.js';
import {
  addRoom,
  collect,
  createRoom,
  framesOf,
  nextTask,
  requestsFor,
  uniqueKey,
} from './support/room.js';

/** Collects the console's warnings while a function runs. */
async function warningsOf(run: () => Promise<unknown>): Promise<string> {
  const warnings: unknown[] = [];
  const { warn } = console;
  console.warn = (...args: unknown[]) => warnings.push(...args);
  try {
    await run();
  } finally {
    console.warn = warn;
  }
  return warnings.join('\n');
}

describe('properties', () => {
  it('do not touch an open room when a value is set and set back in one task', async () => {
    const room = addRoom();
    await room.whenReady();
    const states = collect(room, 'livewebinar-statechange');
    const [iframe] = framesOf(room);
    const { licenseKey } = room;
    room.licenseKey = 'other';
    room.licenseKey = licenseKey;
    room.embedOptions = { _a: '1' };
    room.embedOptions = {};
    await room.updateComplete;
    await nextTask();
    expect(states).to.have.length(0);
    expect(framesOf(room)).to.deep.equal([iframe]);
  });

  const texts: [given: unknown, sent: string][] = [
    [42, '42'],
    [new URL('https://example.com/a.png'), 'https://example.com/a.png'],
  ];
  for (const [given, sent] of texts) {
    it(`convert to text: ${String(given)}`, async () => {
      const room = addRoom({ nickname: given as string });
      await room.whenReady();
      const [query] = await requestsFor(room.licenseKey);
      expect(query!.get('_nickname')).to.equal(sent);
    });
  }

  it('convert a URL for the image and numbers in embedOptions', async () => {
    const room = addRoom({
      avatarUrl: new URL('https://example.com/a.png') as never,
      embedOptions: { _disable_target_top: 1 as never },
    });
    await room.whenReady();
    const [query] = await requestsFor(room.licenseKey);
    expect(query!.get('_avatar_url')).to.equal('https://example.com/a.png');
    expect(query!.get('_disable_target_top')).to.equal('1');
  });

  const thrower = {
    toString() {
      throw new Error('no text');
    },
  };
  const wrong: [option: string, options: object][] = [
    ['nickname', { nickname: {} }],
    ['nickname', { nickname: thrower }],
    ['label', { label: thrower }],
    ['label', { label: Symbol('label') }],
    ['allow', { allow: [] }],
    ['embedOptions', { embedOptions: { _a: {} } }],
    ['embedOptions', { embedOptions: '_a=1' }],
    ['licenseKey', { licenseKey: {} }],
    ['roleToken', { roleToken: thrower }],
    ['roleToken', { roleToken: 1n }],
    ['embedOptions', { embedOptions: { _a: [1n] } }],
    ['mode', { mode: 1n }],
    ['licenseKey', { licenseKey: 1n, exclusive: true }],
    ['embedOptions', { embedOptions: Symbol('options') }],
    ['width', { width: 'wide' }],
    ['width', { width: Symbol('width') }],
    ['height', { height: thrower }],
    ['height', { height: '100vh; color: red' }],
    ['licenseKey', { licenseKey: 'https://app.livewebinar.com/123-123-123' }],
    ['licenseKey', { licenseKey: '[object Object]' }],
    ['licenseKey', { licenseKey: 'undefined' }],
    ['licenseKey', { licenseKey: 'null' }],
    ['licenseKey', { licenseKey: '{{ room.key }}' }],
    ['licenseKey', { licenseKey: '“123-123-123”' }],
    ['roleToken', { roleToken: '${token}' }],
    ['whenHidden', { whenHidden: 'close' }],
    ['startsAt', { startsAt: Symbol('start') }],
    ['endsAt', { startsAt: '2027-03-01T18:00+01:00', endsAt: {} }],
    ['opensBefore', { startsAt: '2027-03-01T18:00+01:00', opensBefore: Symbol('before') }],
  ];
  for (const [option, options] of wrong) {
    it(`are invalid and named in the error until they are corrected: ${option}`, async () => {
      const room = createRoom(options);
      document.body.append(room);
      await oneEvent(room, 'livewebinar-error');
      await room.updateComplete;
      expect(room.state).to.equal('error');
      expect(room.error).to.include({ code: 'invalid-option' });
      expect(room.error!.message).to.include(option);
      expect(room.shadowRoot!.querySelector('[part=error]')).to.exist;

      const isReady = oneEvent(room, 'livewebinar-ready');
      for (const name of Object.keys(options)) Object.assign(room, { [name]: null });
      room.licenseKey ||= uniqueKey();
      await isReady;
      await room.updateComplete;
      expect(room.shadowRoot!.querySelector('[part=error]')).to.not.exist;
      room.remove();
    });
  }

  it('are rejected once when a framework passes an equal object again', async () => {
    const room = createRoom({ label: {} as never, embedOptions: { _a: {} as never } });
    document.body.append(room);
    const errors = collect(room, 'livewebinar-error');
    await oneEvent(room, 'livewebinar-error');
    Object.assign(room, { label: {}, embedOptions: { _a: {} } });
    await room.updateComplete;
    await nextTask();
    expect(errors).to.have.length(1);
    room.remove();
  });

  it('can be corrected after a rendering that failed', async () => {
    const room = createRoom({ startsAt: '2999-01-01T00:00Z', label: Symbol('label') as never });
    document.body.append(room);
    await oneEvent(room, 'livewebinar-error');
    await room.updateComplete;
    expect(room.error).to.include({ code: 'invalid-option' });
    expect(room.shadowRoot!.querySelector('[part=error]')).to.exist;
    room.label = 'Open day';
    await room.updateComplete;
    expect(room.state).to.equal('idle');
    expect(room.shadowRoot!.textContent).to.include('Open day');
    room.startsAt = '';
    await oneEvent(room, 'livewebinar-ready');
    room.remove();
  });

  it('name the license key that a link contains', async () => {
    const room = addRoom({ licenseKey: 'https://app.livewebinar.com/123-123-123/x/IYuUtn2P' });
    await oneEvent(room, 'livewebinar-error');
    expect(room.error!.message).to.include('licenseKey').and.to.include('123-123-123');
    expect(room.error!.message).to.not.include('IYuUtn2P');
  });

  for (const [given, sent] of [
    [' 123-123-123\n', '123-123-123'],
    ['\u00a0123-123-123', '123-123-123'],
    ['123-123-123\u200b', '123-123-123'],
    ['123\u2011123\u2011123', '123-123-123'],
    ['123–123–123', '123-123-123'],
    ['１２３－１２３－１２３', '123-123-123'],
  ] as const) {
    it(`drop what is invisible around a license key: ${JSON.stringify(given)}`, async () => {
      const room = addRoom({ licenseKey: given, roleToken: ` ${uniqueKey()}\u200b ` });
      await room.whenReady();
      const role = room.roleToken.replace(/[\s\u200b]/g, '');
      // Other engines open the same room at the same time.
      const queries = await requestsFor(sent);
      expect(queries.map((query) => query.get('_role_token'))).to.include(role);
    });
  }

  it('take a number as pixels for the size', async () => {
    const parent = fixtureSync<HTMLElement>(html`<div style="width: 900px"></div>`);
    const room = createRoom({ width: '400', height: '600' });
    parent.append(room);
    await room.whenReady();
    const [query] = await requestsFor(room.licenseKey);
    expect(query!.get('_widget_width')).to.equal('400px');
    expect(query!.get('_widget_height')).to.equal('600px');
    const { width, height } = room.shadowRoot!.querySelector('.box')!.getBoundingClientRect();
    expect([width, height]).to.deep.equal([400, 600]);
  });

  it('take "false" for false', () => {
    const holder = document.createElement('div');
    holder.innerHTML = '<livewebinar-room controls="false" isolated=""></livewebinar-room>';
    const room = holder.firstElementChild as LivewebinarRoom;
    customElements.upgrade(room);
    expect(room.controls).to.equal(false);
    expect(room.isolated).to.equal(true);
    room.isolated = 'false' as never;
    expect(room.isolated).to.equal(false);
  });

  it('warn once about allow where the element does not create the iframe', async () => {
    const warnings = await warningsOf(async () => {
      const room = addRoom({ allow: 'hid' });
      await room.whenReady();
      room.label = 'Other';
      await room.updateComplete;
    });
    expect(warnings).to.include('allow');
    expect(warnings.split('\n')).to.have.length(1);
  });

  it('give a hint at attributes in camel case', async () => {
    const warnings = await warningsOf(async () => {
      const box = fixtureSync(html`<div></div>`);
      box.innerHTML = '<livewebinar-room licenseKey="123-123-123"></livewebinar-room>';
      await (box.firstElementChild as LivewebinarRoom).updateComplete;
    });
    expect(warnings).to.include('license-key');
  });

  for (const [allow, expected, isolated] of [
    ['midi', /camera.*; midi$/, true],
    ["camera 'none'", /camera 'none'$/, true],
    ["camera 'none'; hid", /camera 'none'; hid$/, false],
  ] as const) {
    it(`add permissions to our iframes, or deny them: ${allow}`, async () => {
      const room = addRoom(isolated ? { isolated, allow } : { mode: 'iframe', allow });
      await room.whenReady();
      const { allow: list } = framesOf(room)[0]!;
      expect(list).to.match(expected);
      expect(list.match(/camera/g)).to.have.length(1);
      expect(list).to.include('microphone');
    });
  }
});

describe('the placeholder', () => {
  const imageOf = (room: LivewebinarRoom) => room.shadowRoot!.querySelector('img');

  for (const origin of ['https://other.example', 'https://app.livewebinar.com']) {
    it(`loads no image from ${origin} unless the page allows it`, async () => {
      const room = addRoom({ loading: 'click', avatarUrl: `${origin}/a.png` });
      await room.updateComplete;
      expect(imageOf(room)).to.equal(null);
    });
  }

  it('shows an image of the page without a referrer', async () => {
    const room = addRoom({ loading: 'click', avatarUrl: new URL('/a.png', location.href).href });
    await room.updateComplete;
    expect(imageOf(room)!.referrerPolicy).to.equal('no-referrer');
  });
});
