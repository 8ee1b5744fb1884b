import { invalidOption } from './api-error.js';

/** Local time without a zone, such as `2026-10-25 18:00` or `2026-10-25T18:00:00`. */
const LOCAL_TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?$/;
const DAY_MS = 86_400_000;
/** How far in the past a start may be, because clocks differ and requests take time. */
const PAST_LEEWAY_MS = 60_000;
const FORMAT: Intl.DateTimeFormatOptions = {
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
};

/** The start of a room in LiveWebinar's format. */
export interface LocalStart {
  /** Local time in `timeZone`, such as `2026-10-25 18:00:00`. */
  start: string;
  timeZone: string;
}

/**
 * Converts the start of a room to local time. In a repeated hour (at the end of DST), local time would be
 * ambiguous, so a `Date` is converted to UTC.
 *
 * @param start A `Date`, or local time in `timeZone` such as `2026-10-25T18:00`.
 * @param timeZone IANA time zone such as `Europe/Warsaw`; `UTC` by default for a `Date`.
 * @throws {LivewebinarApiError} `invalid-option`, also for a local time in a DST gap.
 * @example
 * writeStart(new Date('2026-10-25T17:00Z'), 'Europe/Warsaw');
 * // { start: '2026-10-25 18:00:00', timeZone: 'Europe/Warsaw' }
 */
export function writeStart(start: Date | string, timeZone: string | undefined): LocalStart {
  if (typeof start === 'string') {
    const { localTime, zone } = parseLocalStart(start, timeZone);
    return { start: localTime, timeZone: zone };
  }
  if (!(start instanceof Date) || Number.isNaN(start.getTime())) {
    throw invalidOption('start', 'must be a valid Date or local time like "2026-10-25T18:00"');
  }
  const zone = timeZone ?? 'UTC';
  const localTime = toLocalTime(start.getTime(), zone);
  return findInstants(localTime, zone).length === 1
    ? { start: localTime, timeZone: zone }
    : { start: toLocalTime(start.getTime(), 'UTC'), timeZone: 'UTC' };
}

/** @throws {LivewebinarApiError} `invalid-option` if the start is in the past. */
export function checkFuture(start: Date | string, timeZone: string | undefined): void {
  const instant =
    typeof start === 'string'
      ? Math.max(...parseLocalStart(start, timeZone).instants)
      : start.getTime();
  if (instant < Date.now() - PAST_LEEWAY_MS) {
    throw invalidOption('start', 'is in the past: set allowPast if that is intended');
  }
}

/**
 * Parses the start in a response. LiveWebinar sends seconds since 1970. A time with an offset and local time
 * in the room's time zone are accepted too.
 *
 * @returns `null` if it is not a valid time.
 */
export function readStart(start: unknown, timeZone: unknown): Date | null {
  if (typeof start === 'number' || /^\d{1,11}$/.test(String(start))) {
    const date = new Date(Number(start) * 1000);
    return Number.isNaN(date.getTime()) ? null : date;
  }
  if (typeof start !== 'string') return null;
  const localTime = normalizeLocalTime(start);
  if (localTime) {
    const [instant] = isTimeZone(timeZone) ? findInstants(localTime, timeZone) : [];
    return instant === undefined ? null : new Date(instant);
  }
  const hasOffset = /^\d{4}-\d\d-\d\d[T ].*(?:Z|[+-]\d\d:?\d\d)$/.test(start);
  const instant = hasOffset ? Date.parse(start) : Number.NaN;
  return Number.isNaN(instant) ? null : new Date(instant);
}

function parseLocalStart(start: string, zone: string | undefined) {
  if (!zone) throw invalidOption('timeZone', 'is required for a start without a zone');
  const localTime = normalizeLocalTime(start);
  if (!localTime) {
    throw invalidOption('start', 'must be a Date or local time like "2026-10-25T18:00"');
  }
  const instants = findInstants(localTime, zone);
  if (instants.length === 0) {
    throw invalidOption(
      'start',
      'does not exist: there is no such day, or the clocks skip this time in the time zone',
    );
  }
  return { localTime, zone, instants };
}

/** Returns a local time in LiveWebinar's format, such as `2026-10-25 18:00:00`, or `null` for another format. */
function normalizeLocalTime(localTime: string): string | null {
  const [, day, time, seconds = ':00'] = LOCAL_TIME.exec(localTime) ?? [];
  return day ? `${day} ${time}${seconds}` : null;
}

/** Returns the local time in a zone at an instant. */
function toLocalTime(instant: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-US', { ...FORMAT, timeZone });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  return `${day} ${part('hour')}:${part('minute')}:${part('second')}`;
}

/** Returns every instant with this local time: one, none (DST gap) or two (repeated hour), in order. */
function findInstants(localTime: string, timeZone: string): number[] {
  const asUtc = Date.parse(`${localTime.replace(' ', 'T')}Z`);
  if (Number.isNaN(asUtc)) return [];
  // The UTC offsets one day before and after: the clocks change at most once in between. In a repeated hour, the
  // earlier offset is the larger one and results in the earlier instant.
  const offsets = [asUtc - DAY_MS, asUtc + DAY_MS].map(
    (instant) => Date.parse(`${toLocalTime(instant, timeZone).replace(' ', 'T')}Z`) - instant,
  );
  return [...new Set(offsets)]
    .map((offset) => asUtc - offset)
    .filter((instant) => toLocalTime(instant, timeZone) === localTime);
}

/** Returns whether a value is the IANA name of a time zone. Some runtimes also accept offsets, but LiveWebinar does not. */
export function isTimeZone(timeZone: unknown): timeZone is string {
  if (typeof timeZone !== 'string' || !/^[a-z]/i.test(timeZone)) return false;
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}
