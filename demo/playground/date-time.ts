/**
 * Adds the offset of this machine's time zone to the value of a `datetime-local` field.
 *
 * @example
 * toIsoTime('2027-03-01T18:00'); // '2027-03-01T18:00+01:00' in Berlin
 */
export function toIsoTime(local: string): string {
  if (!local) return '';
  const offset = -new Date(local).getTimezoneOffset();
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${local}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

/** Returns a time as the value of a `datetime-local` field, in this machine's time zone. */
export function toLocalTime(iso: string): string {
  const time = Date.parse(iso);
  if (Number.isNaN(time)) return '';
  const offset = new Date(time).getTimezoneOffset() * 60_000;
  return new Date(time - offset).toISOString().slice(0, 'YYYY-MM-DDTHH:MM'.length);
}
