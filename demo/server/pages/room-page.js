// @ts-check
import { html } from 'hono/html';
import { layout, startOf } from './layout.js';

/** @import { Room } from 'livewebinar-room/api' */
/** @import { RoomLink } from 'livewebinar-room/url' */
/** @import { Settings } from '../settings.js' */
/** @import { Values } from './layout.js' */

/**
 * The page of a room. Everyone who can open it can read what is in `link`, so `link` must not contain a
 * token of somebody else.
 *
 * @param {Settings} settings
 * @param {{ room: Room, link: RoomLink, roomUrl: string, times?: Values }} page `times`: the attributes
 *   `starts-at` and `ends-at`.
 */
export function roomPage(settings, { room, link, roomUrl, times = {} }) {
  const start = html`<p>${startOf(settings, room)}</p>`;
  // The tag shows its start itself, in the visitor's time zone. Without scripts, its content is shown.
  const isScheduled = Boolean(times['starts-at']);
  return layout(settings, {
    title: room.name,
    scripts: ['/tag/livewebinar-room.min.js', '/browser/local-times.js'],
    // An account with its own domain has to be allowed; an attribute alone cannot do that.
    head: html`<meta
      name="livewebinar-room-origins"
      content="${settings.embedOrigin} ${settings.roomOrigin}"
    />`,
    main: html`<main class="room">
      <h1>${room.name}</h1>
      ${!isScheduled && start}
      <livewebinar-room
        controls
        label="${room.name}"
        embed-origin="${settings.embedOrigin}"
        room-origin="${settings.roomOrigin}"
        ${attributes({
          'license-key': link.licenseKey,
          'role-token': link.roleToken,
          'personal-token': link.personalToken,
          'registrant-token': link.registrantToken,
          'password-token': link.passwordToken,
          nickname: link.nickname,
          'avatar-url': link.avatarUrl,
          email: link.email,
          ...times,
        })}
        >${isScheduled && start}<a href="${roomUrl}">Open the room</a></livewebinar-room
      >
    </main>`,
  });
}

/** @param {Values} values Empty ones are left out. */
const attributes = (values) =>
  Object.entries(values).map(([name, value]) => value && html`${name}="${value}" `);
