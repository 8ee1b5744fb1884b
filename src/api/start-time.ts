import { invalidOption } from './api-error.js';

/** A wall clock without a zone: `2026-10-25 18:00`, with a `T` or seconds if need be. */
const WALL_CLOCK = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?$/;
const DAY = 86_400_000;
const CLOCK: Intl.DateTimeFormatOptions = {
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
};

/** What LiveWebinar takes as the start of a room (vendor contract: B). */
export interface WallClockStart {
  /** What the clocks in the zone show, `2026-10-25 18:00:00`. */
  start: string;
  timeZone: string;
}

/**
 * Writes the start of a room. A `Date` is written as the wall clock of the zone; in the hour that is
 * there twice, when clocks go back, the wall clock could not say which is meant, so that goes in UTC.
 *
 * @param start An instant, or a wall clock of `timeZone` such as `2026-10-25T18:00`.
 * @param timeZone An IANA name such as `Europe/Warsaw`; `UTC` if left out, needed with a wall clock.
 * @throws {LivewebinarApiError} `invalid-option`, also for a wall clock that is left out when clocks go
 *   forward.
 */
export function writeStart(start: Date | string, timeZone: string | undefined): WallClockStart {
  if (typeof start === 'string') {
    if (!timeZone) throw invalidOption('timeZone', 'must be given with a start without a zone');
    const wallClock = normalise(start);
    if (!wallClock) throw invalidOption('start', 'must be a Date or like "2026-10-25T18:00"');
    if (instantsOf(wallClock, timeZone).length === 0) {
      throw invalidOption(
        'start',
        'is no time there is: no such day, or clocks skip it in this time zone',
      );
    }
    return { start: wallClock, timeZone };
  }
  if (Number.isNaN(start.getTime())) throw invalidOption('start', 'is an invalid date');
  const zone = timeZone ?? 'UTC';
  const wallClock = wallClockAt(start.getTime(), zone);
  return instantsOf(wallClock, zone).length === 1
    ? { start: wallClock, timeZone: zone }
    : { start: wallClockAt(start.getTime(), 'UTC'), timeZone: 'UTC' };
}

/** @throws {LivewebinarApiError} `invalid-option` if it is no IANA name. */
export function checkTimeZone(timeZone: string | undefined): void {
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    throw invalidOption('timeZone', 'must be the name of a time zone, such as "Europe/Warsaw"');
  }
}

/**
 * Reads the start of a room. The answer has one (vendor contract: B), in which form is unknown (?): it may
 * be seconds since 1970, a time with an offset, or the wall clock of the room's zone.
 *
 * @returns `null` if it says no instant.
 */
export function readStart(start: unknown, timeZone: unknown): Date | null {
  if (typeof start === 'number' || /^\d{1,11}$/.test(String(start))) {
    const date = new Date(Number(start) * 1000);
    return Number.isNaN(date.getTime()) ? null : date;
  }
  if (typeof start !== 'string') return null;
  const wallClock = normalise(start);
  if (wallClock) {
    const [instant] = isTimeZone(timeZone) ? instantsOf(wallClock, timeZone) : [];
    return instant === undefined ? null : new Date(instant);
  }
  const isWithOffset = /^\d{4}-\d\d-\d\d[T ].*(?:Z|[+-]\d\d:?\d\d)$/.test(start);
  const instant = isWithOffset ? Date.parse(start) : Number.NaN;
  return Number.isNaN(instant) ? null : new Date(instant);
}

/** Gives a wall clock as LiveWebinar writes it, `2026-10-25 18:00:00`. */
function normalise(wallClock: string): string | null {
  const [, day, time, seconds = ':00'] = WALL_CLOCK.exec(wallClock) ?? [];
  return day ? `${day} ${time}${seconds}` : null;
}

/** Gives what the clocks in a zone show at an instant. */
function wallClockAt(instant: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-US', { ...CLOCK, timeZone });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  return `${day} ${part('hour')}:${part('minute')}:${part('second')}`;
}

/** Gives every instant at which the clocks in a zone show this: one, none or two. */
function instantsOf(wallClock: string, timeZone: string): number[] {
  const asUtc = Date.parse(`${wallClock.replace(' ', 'T')}Z`);
  if (Number.isNaN(asUtc)) return [];
  // The zone's offset a day before and a day after: between them the clocks change once at most.
  const offsets = [asUtc - DAY, asUtc + DAY].map(
    (instant) => Date.parse(`${wallClockAt(instant, timeZone).replace(' ', 'T')}Z`) - instant,
  );
  return [...new Set(offsets)]
    .map((offset) => asUtc - offset)
    .filter((instant) => wallClockAt(instant, timeZone) === wallClock)
    .sort((one, other) => one - other);
}

/** Whether it is the name of a zone. LiveWebinar knows names only (B); some runtimes take offsets too. */
function isTimeZone(timeZone: unknown): timeZone is string {
  if (typeof timeZone !== 'string' || !/^[a-z]/i.test(timeZone)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}
