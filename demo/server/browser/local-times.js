// @ts-check
// Shows times in the visitor's zone, with the organizer's beside them where they differ.
import { TIME_FORMAT } from './time-format.js';

for (const time of document.querySelectorAll('time[data-zone]')) {
  if (!(time instanceof HTMLTimeElement)) continue;
  const date = new Date(time.dateTime);
  /** @param {Intl.DateTimeFormatOptions} [options] */
  const format = (options) =>
    new Intl.DateTimeFormat('en-GB', { ...TIME_FORMAT, ...options }).format(date);
  if (format() === format({ timeZone: time.dataset.zone })) continue;
  const organizer = document.createElement('span');
  organizer.className = 'hint';
  organizer.textContent = `for the organizer: ${time.textContent}`;
  time.textContent = format({ timeZoneName: 'short' });
  time.after(' ', organizer);
}
