import type { RoomLink } from '../url/options.js';
import { buildRoomUrl } from '../url/room-url.js';
import { checkText, invalidOption } from '../url/validate.js';
import { buildContentLine, escapeText } from './content-line.js';

/** A webinar in an attendee's calendar. */
export interface CalendarEvent {
  /** Title of the entry. */
  title: string;
  /** Start: a `Date`, or an ISO 8601 date-time with `Z` or an offset, such as `2027-03-01T18:00+01:00`. */
  startsAt: Date | string;
  /** End, in the same format. Defaults to one hour after the start. */
  endsAt?: Date | string;
  /** The room, and the attendee's tokens. A role token is omitted. */
  room: RoomLink;
  /** Origin of the room, for white-label accounts. Defaults to `https://app.livewebinar.com`. */
  roomOrigin?: string;
  /** Text above the link. */
  description?: string;
  /**
   * Identifier of the event: a calendar replaces an event that has the same one. Defaults to a value
   * derived from the license key and the start, so set it if the start may change.
   */
  uid?: string;
  /** Creation time of the file. Defaults to now. */
  createdAt?: Date | string;
}

const DEFAULT_DURATION_MS = 3_600_000;

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/;

function toDate(option: string, time: unknown): Date {
  const text = typeof time === 'string' ? time.trim().toUpperCase() : '';
  const date = DATE_TIME.test(text) ? new Date(text) : time;
  if (date instanceof Date && date.getUTCFullYear() > 0 && date.getUTCFullYear() < 10_000) {
    return date;
  }
  throw invalidOption(
    option,
    'must be a Date, or a date-time with an offset such as 2027-03-01T18:00+01:00',
  );
}

/** Formats a time in UTC, without fractions of a second: `20270301T170000Z`. */
const formatUtc = (date: Date): string => date.toISOString().replace(/[-:]|\.\d+/g, '');

/**
 * Builds an iCalendar file (RFC 5545) with one event and the attendee's link to the room. Save it with
 * the type `text/calendar` and the extension `.ics`.
 *
 * @throws {LivewebinarError} `missing-license-key` or `invalid-option`.
 * @example
 * buildCalendarFile({
 *   title: 'Open day',
 *   startsAt: '2027-03-01T18:00+01:00',
 *   room: { licenseKey: '123-123-123' },
 * });
 * // 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n…SUMMARY:Open day\r\nDTSTART:20270301T170000Z\r\n…'
 */
export function buildCalendarFile(event: CalendarEvent): string {
  const { title, startsAt, endsAt, room, roomOrigin, description, uid, createdAt } = event ?? {};
  const start = toDate('startsAt', startsAt);
  const end = toDate('endsAt', endsAt || new Date(start.getTime() + DEFAULT_DURATION_MS));
  if (end <= start) throw invalidOption('endsAt', 'must be after startsAt');
  const summary = checkText('title', title).trim();
  if (!summary) throw invalidOption('title', 'must not be empty');
  // Calendars are shared, and anyone who has a role token can use it.
  const url = buildRoomUrl({ ...room, roleToken: '' }, roomOrigin ? { origin: roomOrigin } : {});
  const text = [checkText('description', description).trim(), url].filter(Boolean).join('\n\n');

  const lines: [name: string, value: string][] = [
    ['BEGIN', 'VCALENDAR'],
    ['VERSION', '2.0'],
    ['PRODID', '-//livewebinar-room//EN'],
    ['BEGIN', 'VEVENT'],
    [
      'UID',
      escapeText(
        checkText('uid', uid) || `${formatUtc(start)}-${room.licenseKey}@livewebinar-room`,
      ),
    ],
    ['DTSTAMP', formatUtc(toDate('createdAt', createdAt || new Date()))],
    ['DTSTART', formatUtc(start)],
    ['DTEND', formatUtc(end)],
    ['SUMMARY', escapeText(summary)],
    ['DESCRIPTION', escapeText(text)],
    ['LOCATION', escapeText(url)],
    ['URL', url],
    ['END', 'VEVENT'],
    ['END', 'VCALENDAR'],
  ];
  return lines.map(([name, value]) => buildContentLine(name, value)).join('');
}
