import { expect } from 'chai';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { buildCalendarFile, type CalendarEvent } from '../../src/calendar/index.js';
import { link } from '../url/arbitrary-room.js';
import { expectError } from '../url/expect-error.js';

const EVENT: CalendarEvent = {
  title: 'Open day',
  startsAt: '2027-03-01T18:00+01:00',
  room: { licenseKey: '123-123-123' },
  createdAt: '2027-01-01T00:00Z',
};
const URL = 'https://app.livewebinar.com/123-123-123';

/** Reads a file as a calendar application does. */
function parse(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  const [event, ...others] = calendar.getAllSubcomponents('vevent');
  expect(others).to.deep.equal([]);
  return { calendar, event: new ICAL.Event(event), component: event! };
}

const read = (changes: Partial<CalendarEvent> = {}) =>
  parse(buildCalendarFile({ ...EVENT, ...changes })).event;

describe('buildCalendarFile', () => {
  it('builds the file of an event', () => {
    expect(buildCalendarFile(EVENT).split('\r\n')).to.deep.equal([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//livewebinar-room//EN',
      'BEGIN:VEVENT',
      'UID:20270301T170000Z-123-123-123@livewebinar-room',
      'DTSTAMP:20270101T000000Z',
      'DTSTART:20270301T170000Z',
      'DTEND:20270301T180000Z',
      'SUMMARY:Open day',
      `DESCRIPTION:${URL}`,
      `LOCATION:${URL}`,
      `URL:${URL}`,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('is read by a calendar application', () => {
    const { event, component } = parse(
      buildCalendarFile({
        ...EVENT,
        endsAt: new Date('2027-03-01T19:30:15.123Z'),
        description: 'Hello',
      }),
    );
    expect(event.summary).to.equal('Open day');
    expect(event.startDate.toJSDate()).to.deep.equal(new Date('2027-03-01T17:00Z'));
    expect(event.endDate.toJSDate()).to.deep.equal(new Date('2027-03-01T19:30:15Z'));
    expect(event.description).to.equal(`Hello\n\n${URL}`);
    expect(event.location).to.equal(URL);
    expect(component.getFirstPropertyValue('url')).to.equal(URL);
  });

  it('leaves out the role token', () => {
    const file = buildCalendarFile({ ...EVENT, room: { licenseKey: 'k', roleToken: 'secret' } });
    expect(file).not.to.include('secret');
    expect(parse(file).event.location).to.equal('https://app.livewebinar.com/k');
  });

  it('keeps the tokens with which an attendee enters', () => {
    const room = { licenseKey: 'k', registrantToken: 'registrant', passwordToken: 'pass' };
    expect(read({ room, roomOrigin: 'https://rooms.example.com' }).location).to.equal(
      'https://rooms.example.com/k/r/registrant?_password_token=pass',
    );
  });

  const times: [time: Date | string, utc: string][] = [
    ['2027-03-28T01:59+01:00', '2027-03-28T00:59:00Z'],
    ['2027-03-28T03:00+02:00', '2027-03-28T01:00:00Z'],
    ['2027-10-31T02:30+01:00', '2027-10-31T01:30:00Z'],
    ['2027-03-01T18:00:30.5-0500', '2027-03-01T23:00:30Z'],
    [' 2027-03-01t18:00z ', '2027-03-01T18:00:00Z'],
    [new Date('2027-12-31T23:59:59Z'), '2027-12-31T23:59:59Z'],
  ];
  for (const [startsAt, utc] of times) {
    it(`writes ${String(startsAt)} in UTC`, () => {
      expect(read({ startsAt, endsAt: '2030-01-01T00:00Z' }).startDate.toString()).to.equal(utc);
    });
  }

  for (const startsAt of [
    '2027-03-01T18:00',
    '2027-03-01 18:00',
    '2027-03-01',
    'tomorrow',
    '2027-13-01T18:00Z',
    '',
    undefined,
    null,
    0,
    new Date(Number.NaN),
    new Date('+010000-01-01T00:00Z'),
  ]) {
    it(`rejects the start ${String(startsAt)}`, () => {
      const event = { ...EVENT, startsAt } as CalendarEvent;
      expectError(() => buildCalendarFile(event), 'invalid-option', 'startsAt');
    });
  }

  it('rejects an end that is not after the start', () => {
    for (const endsAt of [EVENT.startsAt, '2027-03-01T17:00+01:00', 'later']) {
      expectError(() => buildCalendarFile({ ...EVENT, endsAt }), 'invalid-option', 'endsAt');
    }
  });

  it('rejects a missing title, room or event', () => {
    expectError(() => buildCalendarFile({ ...EVENT, title: ' ' }), 'invalid-option', 'title');
    const room = { licenseKey: '' };
    expectError(() => buildCalendarFile({ ...EVENT, room }), 'missing-license-key', 'licenseKey');
    const careless = [null, undefined, 7, {}] as unknown as CalendarEvent[];
    for (const event of careless) expectError(() => buildCalendarFile(event), 'invalid-option', '');
  });

  it('identifies an event by room and start, or as the caller says', () => {
    expect(read().uid).to.equal(read({ title: 'Renamed', createdAt: '2027-02-01T00:00Z' }).uid);
    expect(read().uid).not.to.equal(
      read({ startsAt: '2027-03-02T18:00Z', endsAt: '2027-03-02T19:00Z' }).uid,
    );
    expect(read().uid).not.to.equal(read({ room: { licenseKey: 'other' } }).uid);
    expect(read({ uid: 'open-day' }).uid).to.equal('open-day');
  });

  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          '\r\n',
          '\n',
          '\\',
          ';',
          ',',
          '\\n',
          ':',
          'BEGIN:VEVENT',
          '🎥',
          'ü',
          ' ',
          '\ud800',
        ),
      )
      .map((all) => all.join('')),
  );
  /** Without the control characters that calendar files cannot contain. */
  const clean = (value: string) =>
    value
      .toWellFormed()
      .trim()
      .replace(/\r\n?/g, '\n')
      .replace(/(?![\n\t\u0080-\u009f])\p{Cc}/gu, '');

  it('keeps any text and link', () => {
    fc.assert(
      fc.property(text, text, link, (title, description, room) => {
        fc.pre(title.trim() !== '');
        const event = read({ title, description, room });
        expect(event.summary).to.equal(clean(title));
        expect(event.description.startsWith(clean(description))).to.equal(true);
        expect(event.description.endsWith(event.location)).to.equal(true);
      }),
    );
  });

  it('folds lines at 75 octets, between characters', () => {
    fc.assert(
      fc.property(text, link, (description, room) => {
        const file = buildCalendarFile({ ...EVENT, description: description.repeat(9), room });
        expect(file).to.match(/^(?:[^\r\n]+\r\n)+$/);
        for (const line of file.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).to.be.at.most(75);
          expect(line.isWellFormed()).to.equal(true);
        }
      }),
    );
  });
});
