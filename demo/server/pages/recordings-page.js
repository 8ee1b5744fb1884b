// @ts-check
import { html } from 'hono/html';
import { layout, startOf } from './layout.js';
import { link, status } from './links.js';

/** @import { Recording, Room } from 'livewebinar-room/api' */
/** @import { Settings } from '../settings.js' */

/**
 * @param {Settings} settings
 * @param {{ room: Room, recordings: Recording[] }} page
 */
export const recordingsPage = (settings, { room, recordings }) =>
  layout(settings, {
    title: `Recordings of ${room.name}`,
    scripts: ['/browser/local-times.js', '/browser/copy-buttons.js'],
    main: html`<main>
      <p><a href="/">All rooms</a></p>
      <h1>Recordings of ${room.name}</h1>
      <p>${startOf(settings, room)}</p>
      ${recordings.length === 0 && html`<p>There is no recording yet.</p>`}
      <ul class="links">
        ${recordings.map(({ name, url }) => html`<li>${link(url, name || url)}</li>`)}
      </ul>
      ${status}
    </main>`,
  });
