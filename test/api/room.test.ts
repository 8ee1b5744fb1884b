import { expect } from 'chai';
import { describe, it } from 'node:test';
import { LivewebinarApiError } from '../../src/api/index.js';
import { Registrant } from '../../src/api/registrant.js';
import { writeRoom, type RoomParameters } from '../../src/api/room-parameters.js';
import { Room } from '../../src/api/room.js';
import { buildRoomUrl } from '../../src/url/index.js';

const HASH = '0123456789abcdef0123456789abcdef';
const TOKEN = 'A1'.repeat(30);
const createRoom = (more: object = {}) =>
  new Room({ data: { id: 7, token: '123-123-123', name: 'Open day', ...more } });

describe('Room', () => {
  it('reads the documented properties, and keeps the others', () => {
    const room = createRoom({
      start_date: 1_792_947_600,
      duration: 60,
      timezone: 'Europe/Warsaw',
      extra: [1],
    });
    expect(room).to.deep.include({
      id: '7',
      licenseKey: '123-123-123',
      name: 'Open day',
      start: new Date('2026-10-25T17:00Z'),
      duration: 60,
      timeZone: 'Europe/Warsaw',
    });
    expect(room.vendorData['extra']).to.deep.equal([1]);
  });

  it('has neither start nor duration if it is permanent', () => {
    const room = createRoom({ start_date: '', duration: '', name: null });
    expect(room).to.include({ start: null, duration: null, timeZone: '', name: '' });
  });

  for (const data of [{ id: null }, { token: '' }, { token: null }, { id: {} }]) {
    it(`rejects ${JSON.stringify(data)}`, () => {
      expect(() => createRoom(data)).to.throw(LivewebinarApiError, 'no room');
    });
  }

  describe('hostUrl and presenterUrl', () => {
    it('can be http: URLs', () => {
      const hosted = { host: 'http://localhost:4810/1/x/2' };
      expect(createRoom({ hosted_at: hosted }).hostUrl).to.equal(hosted.host);
    });

    it('return the URLs that LiveWebinar sent', () => {
      const hosted = {
        host: 'https://app.livewebinar.com/123-123-123/x/IYuUtn2P',
        presenter: `https://livewebinar.com/123-123-123/${HASH}`,
      };
      const room = createRoom({ hosted_at: hosted });
      expect(room.hostUrl).to.equal(hosted.host);
      expect(room.presenterUrl).to.equal(hosted.presenter);
    });

    for (const url of [
      undefined,
      null,
      '',
      7,
      {},
      'javascript:alert(1)',
      '/123-123-123',
      'https:',
      'xhttps://a.example',
    ]) {
      it(`are empty for ${JSON.stringify(url)}`, () => {
        expect(createRoom({ hosted_at: { host: url } }).hostUrl).to.equal('');
        expect(createRoom({ hosted_at: url }).presenterUrl).to.equal('');
      });
    }
  });

  describe('toRoomLink', () => {
    it("returns the attendee's link by default", () => {
      const room = createRoom({ roles: { host: 'HOST1' } });
      expect(room.toRoomLink()).to.deep.equal({ licenseKey: '123-123-123' });
      expect(room.toRoomLink('attendee')).to.deep.equal({ licenseKey: '123-123-123' });
    });

    it('returns the role token that LiveWebinar sent', () => {
      const room = createRoom({ roles: { host: 'HOST1' } });
      expect(room.toRoomLink('host')).to.deep.equal({
        licenseKey: '123-123-123',
        roleToken: 'HOST1',
      });
      expect(buildRoomUrl(room.toRoomLink('host'))).to.equal(
        'https://app.livewebinar.com/123-123-123/x/HOST1',
      );
    });

    for (const [url, roleToken] of [
      ['https://app.livewebinar.com/123-123-123/x/PRES1', 'PRES1'],
      ['https://rooms.acme.example/123-123-123/x/PRES1', 'PRES1'],
      [`https://livewebinar.com/123-123-123/${HASH}`, HASH],
      [`https://rooms.acme.example/123-123-123/${HASH}`, HASH],
    ] as const) {
      it(`reads the role token from ${url}`, () => {
        const room = createRoom({ hosted_at: { presenter: url } });
        expect(room.toRoomLink('presenter')).to.deep.equal({
          licenseKey: '123-123-123',
          roleToken,
        });
      });
    }

    it('distinguishes the tokens of the roles', () => {
      const room = createRoom({
        hosted_at: {
          host: 'https://app.livewebinar.com/123-123-123/x/HOST1',
          presenter: 'https://app.livewebinar.com/123-123-123/x/PRES1',
        },
      });
      expect(room.toRoomLink('host').roleToken).to.equal('HOST1');
      expect(room.toRoomLink('presenter').roleToken).to.equal('PRES1');
    });

    for (const role of ['Host', 'moderator', 'toString', '', null, 7]) {
      it(`throws for the role ${JSON.stringify(role)} instead of returning a token`, () => {
        const room = createRoom({
          roles: { host: 'HOST1', presenter: 'PRES1', moderator: 'MOD1' },
        });
        expect(() => room.toRoomLink(role as never))
          .to.throw(LivewebinarApiError, 'role')
          .with.property('code', 'invalid-option');
      });
    }

    it('throws if LiveWebinar sent no token for the role', () => {
      expect(() => createRoom().toRoomLink('presenter')).to.throw(LivewebinarApiError, 'presenter');
    });
  });
});

describe('Registrant', () => {
  for (const origin of ['https://livewebinar.com', 'https://rooms.acme.example']) {
    it(`returns the link of a personal URL at ${origin}`, () => {
      const personalUrl = `${origin}/123-123-123/r/${TOKEN}`;
      const registrant = new Registrant({ id: 3, personal_url: personalUrl });
      expect(registrant).to.include({ id: '3', personalUrl });
      expect(registrant.vendorData).to.deep.equal({ id: 3, personal_url: personalUrl });
      expect(registrant.toRoomLink()).to.deep.equal({
        licenseKey: '123-123-123',
        registrantToken: TOKEN,
      });
    });
  }

  it('throws if LiveWebinar sent no personal URL', () => {
    const registrant = new Registrant({ id: 3 });
    expect(registrant.personalUrl).to.equal('');
    expect(() => registrant.toRoomLink()).to.throw(LivewebinarApiError, 'personal URL');
  });
});

describe('writeRoom', () => {
  const accepted: RoomParameters[] = [
    ...(['scheduled', 'permanent'] as const).map((type) => ({ type })),
    ...(['discussion', 'presentation', 'qa', 'classroom'] as const).map((mode) => ({ mode })),
    { thankYouPageUrl: '' },
  ];
  for (const room of accepted) {
    it(`accepts ${JSON.stringify(room)}`, () => {
      expect(Object.values(writeRoom('room', room))).to.include(Object.values(room)[0]);
    });
  }

  it('rejects a duration without an end', () => {
    expect(() => writeRoom('room', { duration: Infinity })).to.throw(
      LivewebinarApiError,
      'duration',
    );
  });
});
