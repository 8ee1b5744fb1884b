// @ts-check
import { html } from 'hono/html';
import { TIME_FORMAT } from '../browser/time-format.js';

/** @import { Room } from 'livewebinar-room/api' */
/** @import { Settings } from '../settings.js' */

/** @typedef {ReturnType<typeof html>} Html */
/** @typedef {Record<string, string | undefined>} Values */

// `html` escapes every value that is not `html` itself.

/**
 * @param {Settings} settings
 * @param {{ title: string, scripts?: string[], main: Html, head?: Html }} page `scripts`: paths of module
 *   scripts.
 */
export const layout = ({ isStandIn }, { title, scripts = [], main, head }) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="/server.css" />
        ${head} ${scripts.map((path) => html`<script type="module" src="${path}"></script>`)}
      </head>
      <body>
        ${isStandIn && html`<aside class="banner">Stand-in: nothing here reaches LiveWebinar.</aside>`}
        ${main}
      </body>
    </html>`;

/** @param {string} text */
export const alert = (text) => html`<p class="alert" role="alert">${text}</p>`;

/**
 * When a room starts, for the organizer. `browser/local-times.js` adds the visitor's time.
 *
 * @param {Settings} settings
 * @param {Room} room
 */
export function startOf(settings, { start, timeZone }) {
  if (!start) return 'Always open';
  const zone = timeZone || settings.timeZone;
  return html`<time datetime="${start.toISOString()}" data-zone="${zone}"
    >${formatTime(start, zone)}</time
  >`;
}

/**
 * @param {Date} date
 * @param {string} timeZone
 */
export const formatTime = (date, timeZone) =>
  new Intl.DateTimeFormat('en-GB', {
    ...TIME_FORMAT,
    timeZone,
    timeZoneName: 'short',
  }).format(date);
