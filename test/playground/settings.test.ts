import { expect } from '@open-wc/testing';
import { toIsoTime, toLocalTime } from '../../demo/playground/date-time.js';
import { checkSettings } from '../../demo/playground/fields.js';
import { writeLinks } from '../../demo/playground/links.js';
import {
  DEFAULTS,
  foreignOrigins,
  toRoomOptions,
  withoutName,
  type Settings,
} from '../../demo/playground/settings.js';

const ROOM: Settings = { ...DEFAULTS, licenseKey: '123-123-123' };

describe('checkSettings', () => {
  it('finds nothing wrong with a room token alone', () => expect(checkSettings(ROOM)).to.be.empty);

  const wrong: Partial<Settings>[] = [
    { licenseKey: ' ' },
    { licenseKey: 'https://app.livewebinar.com/123-123-123' },
    { licenseKey: '..' },
    { roleToken: 'two words' },
    { personalToken: 'a/b' },
    { avatarUrl: 'avatar.png' },
    { avatarUrl: 'javascript:alert(1)' },
    { email: 'ada' },
    { base: '/room?x' },
    { roomOrigin: 'rooms.example.com' },
    { roomOrigin: 'http://rooms.example.com' },
    { embedOrigin: 'https://example.com/em' },
    { embedOptions: '_disable_target_top' },
    { embedOptions: 'name=1' },
    { embedOptions: '_nickname=Ada' },
    { opensBefore: 'soon' },
  ];
  for (const change of wrong) {
    it(`names the field of ${JSON.stringify(change)}`, () =>
      expect([...checkSettings({ ...ROOM, ...change }).keys()]).to.deep.equal(Object.keys(change)));
  }

  it('names the end that is before the start', () => {
    const [startsAt, endsAt] = ['2027-03-01T18:00+01:00', '2027-03-01T18:00+02:00'];
    expect([...checkSettings({ ...ROOM, startsAt, endsAt }).keys()]).to.deep.equal(['endsAt']);
  });

  const right: Partial<Settings>[] = [
    { licenseKey: ' open-day ' },
    { nickname: 'O\'Brien & "Søn" 🎥' },
    { licenseKey: '123 123 123' },
    { licenseKey: '１２３－１２３－１２３' },
    { avatarUrl: 'https://example.com/ada.png?size=1' },
    { base: '' },
    { base: 'webinars/live/' },
    { roomOrigin: 'http://localhost:4810' },
    { embedOrigin: 'https://embed.archiebot.com/' },
    { embedOptions: '_disable_target_top=1\n\n_other=a=b' },
  ];
  for (const change of right) {
    it(`accepts ${JSON.stringify(change)}`, () =>
      expect([...checkSettings({ ...ROOM, ...change })]).to.deep.equal([]));
  }
});

describe('toRoomOptions', () => {
  it('writes a room number as in links', () =>
    expect(toRoomOptions({ ...ROOM, licenseKey: '123–123 123' })).to.deep.equal({
      licenseKey: '123-123-123',
    }));

  it('leaves out what is the default of the element', () => {
    const settings = {
      ...ROOM,
      width: '100%',
      height: '100%',
      embedOrigin: 'https://embed.livewebinar.com',
      roomOrigin: 'https://app.livewebinar.com',
    };
    expect(toRoomOptions(settings)).to.deep.equal({ licenseKey: '123-123-123' });
  });

  it('reads further options of the vendor, spaces around them aside', () =>
    expect(toRoomOptions({ ...ROOM, embedOptions: ' _a = 1=2 \n' })).to.deep.equal({
      licenseKey: '123-123-123',
      embedOptions: { _a: '1=2' },
    }));
});

describe('writeLinks', () => {
  it('gives the links of the vendor page, and warns of those that are not for everyone', () => {
    const options = {
      licenseKey: '123-123-123',
      nickname: 'John Doe',
      roleToken: 'IYuUtn2P',
      personalToken: 'abc',
      passwordToken: 'pass',
    };
    const links = writeLinks(options, '/webinars');
    expect(links.map(({ title, text, note }) => [title, text, Boolean(note)])).to.deep.equal([
      ['Attendee link', 'https://app.livewebinar.com/123-123-123?_nickname=John%20Doe', false],
      [
        'Role link',
        'https://app.livewebinar.com/123-123-123/x/IYuUtn2P?_nickname=John%20Doe',
        true,
      ],
      ['Personal link', 'https://app.livewebinar.com/123-123-123/p/abc?_nickname=John%20Doe', true],
      [
        'Path on your own site',
        '/webinars/123-123-123/IYuUtn2P?_personal_token=abc&_nickname=John%20Doe&_password_token=pass',
        true,
      ],
    ]);
    expect(links.at(-1)!.note).to.include('role token, personal token and a password token');
  });

  it('writes the attendee link from options of its own', () => {
    const options = { licenseKey: '123-123-123', nickname: 'Ann', roleToken: 'IYuUtn2P' };
    const [attendee, role] = writeLinks(options, '', undefined, withoutName(options));
    expect(attendee!.text).to.equal('https://app.livewebinar.com/123-123-123');
    expect(role!.text).to.include('_nickname=Ann');
  });

  it('warns of nothing where there is no token', () =>
    expect(writeLinks({ licenseKey: '123-123-123' }, '').some(({ note }) => note)).to.be.false);
});

describe('foreignOrigins', () => {
  it('returns what a page has to allow', () => {
    const licenseKey = 'room';
    expect(foreignOrigins({ licenseKey })).to.deep.equal([]);
    expect(
      foreignOrigins({
        licenseKey,
        embedOrigin: 'https://embed.archiebot.com',
        roomOrigin: 'http://localhost:4810',
      }),
    ).to.deep.equal([]);
    const origin = 'https://rooms.example.com';
    expect(foreignOrigins({ licenseKey, embedOrigin: origin, roomOrigin: origin })).to.deep.equal([
      origin,
    ]);
  });
});

describe('toIsoTime', () => {
  it('gives a time that is the same moment, as the field writes it', () => {
    for (const local of ['2027-03-01T18:00', '2027-07-01T00:30']) {
      expect(Date.parse(toIsoTime(local))).to.equal(new Date(local).getTime());
      expect(toIsoTime(local)).to.match(/^2027-0\d-01T\d\d:\d0[+-]\d\d:\d\d$/);
      expect(toLocalTime(toIsoTime(local))).to.equal(local);
    }
    expect(toIsoTime('')).to.equal('');
    expect(toLocalTime('')).to.equal('');
  });
});
