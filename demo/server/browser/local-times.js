// @ts-check
// Shows times in the visitor's zone, with the organizer's beside them where they differ.

/** @type {Intl.DateTimeFormatOptions} */
const FORMAT = { dateStyle: 'full', timeStyle: 'short' };

for (const time of document.querySelectorAll('time[data-zone]')) {
  if (!(time instanceof HTMLTimeElement)) continue;
  const date = new Date(time.dateTime);
  /** @param {string} [timeZone] */
  const format = (timeZone) =>
    new Intl.DateTimeFormat('en-GB', { ...FORMAT, timeZone }).format(date);
  const zone = time.dataset.zone;
  if (format() === format(zone)) continue;
  const organizer = document.createElement('span');
  organizer.className = 'hint';
  organizer.textContent = `for the organizer: ${time.textContent}`;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  time.textContent = `${format()} in ${timeZone}`;
  time.after(' ', organizer);
}
