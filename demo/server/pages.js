// @ts-check
import { html } from 'hono/html';
import { buildRoomPath } from 'livewebinar-room/url';

/** @import { Room } from 'livewebinar-room/api' */
/** @import { RoomLink } from 'livewebinar-room/url' */
/** @import { Invitation } from './rooms.js' */
/** @import { Settings } from './settings.js' */

/** @typedef {ReturnType<typeof html>} Html */
/** @typedef {Record<string, string | undefined>} Values */

// `html` escapes every value that is not `html` itself.

/**
 * @param {Settings} settings
 * @param {{ title: string, head?: Html, main: Html }} page
 */
const layout = ({ isStandIn }, { title, head, main }) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="stylesheet" href="/server.css" />
        ${head}
      </head>
      <body>
        ${isStandIn && html`<aside class="banner">Stand-in: nothing here reaches LiveWebinar.</aside>`}
        ${main}
      </body>
    </html>`;

/**
 * @param {Settings} settings
 * @param {string} title
 * @param {string} text
 */
export const messagePage = (settings, title, text) =>
  layout(settings, {
    title,
    main: html`<main class="narrow">
      <h1>${title}</h1>
      <p>${text}</p>
    </main>`,
  });

/**
 * @param {Settings} settings
 * @param {{ then: string, answer?: 'wrong' | 'too-many' }} login
 */
export const loginPage = (settings, { then, answer }) =>
  layout(settings, {
    title: answer ? 'Log in: that did not work' : 'Log in',
    main: html`<main class="narrow">
      <h1>Log in</h1>
      ${answer && alert(answer === 'wrong' ? 'This is not the password.' : 'That was wrong too often. Try again in a quarter of an hour.')}
      <form class="card" method="post" action="/login?then=${encodeURIComponent(then)}">
        <input name="username" value="host" autocomplete="username" hidden />
        <label
          >Password of the host
          <input type="password" name="password" required autofocus autocomplete="current-password"
        /></label>
        ${settings.isStandIn && html`<p class="hint">With the stand-in it is <code>stand-in</code>, unless HOST_PASSWORD says otherwise.</p>`}
        <button>Log in</button>
      </form>
    </main>`,
  });

/**
 * The page a room is in. Whatever is in `link` is in the page, and everyone who can open the page can
 * read it: nothing goes in that its visitor should not have.
 *
 * @param {Settings} settings
 * @param {{ room: Room, link: RoomLink, roomUrl: string }} page
 */
export const roomPage = (settings, { room, link, roomUrl }) =>
  layout(settings, {
    title: room.name,
    head: html`<script type="module" src="/tag/livewebinar-room.min.js"></script>`,
    main: html`<main class="room">
      <h1>${room.name}</h1>
      <p>${startOf(settings, room)}</p>
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
        })}
        ><a href="${roomUrl}">Open the room</a></livewebinar-room
      >
    </main>`,
  });

/**
 * @param {Settings} settings
 * @param {{ list: { room: Room, invitations: Invitation[] }[],
 *   refusal?: { text: string, form: string, values: Values } }} page
 */
export const hostPage = (settings, { list, refusal }) =>
  layout(settings, {
    title: refusal ? 'Rooms: that did not work' : 'Rooms',
    main: html`<header>
        <h1>Rooms</h1>
        <form method="post" action="/logout"><button class="quiet">Log out</button></form>
      </header>
      <main class="host">
        <section aria-labelledby="schedule">
          <h2 id="schedule">Schedule a room</h2>
          ${scheduleForm(settings, refusal?.form === 'schedule' ? refusal : undefined)}
        </section>
        <section aria-labelledby="scheduled">
          <h2 id="scheduled">Scheduled</h2>
          ${list.length === 0 && html`<p>There is no room yet.</p>`}
          ${list.map(({ room, invitations }) =>
            roomCard(settings, room, invitations, refusal?.form === room.id ? refusal : undefined),
          )}
        </section>
      </main>`,
  });

/**
 * @param {Settings} settings
 * @param {{ text: string, values: Values } | undefined} refusal
 */
function scheduleForm({ timeZone }, refusal) {
  /** @type {Values} */
  const values = { duration: '60', timeZone, ...refusal?.values };
  const zones = [...new Set(['UTC', timeZone, ...Intl.supportedValuesOf('timeZone')])].sort();
  return html`<form class="card" method="post" action="/rooms">
    ${refusal && alert(refusal.text)}
    <label>Name <input name="name" required maxlength="200" value="${values.name ?? ''}" /></label>
    <label
      >Start <span class="hint">empty: it is always open</span>
      <input type="datetime-local" name="start" value="${values.start ?? ''}"
    /></label>
    <label
      >Time zone
      <select name="timeZone">
        ${zones.map((zone) => option(zone, zone, values.timeZone))}
      </select></label
    >
    <label
      >Minutes <input type="number" name="duration" min="1" max="1440" value="${values.duration}"
    /></label>
    <button>Schedule</button>
  </form>`;
}

/**
 * @param {Settings} settings
 * @param {Room} room
 * @param {Invitation[]} invitations
 * @param {{ text: string, values: Values } | undefined} refusal
 */
function roomCard(settings, room, invitations, refusal) {
  const { licenseKey, name } = room;
  const path = buildRoomPath({ licenseKey });
  const values = refusal?.values ?? {};
  return html`<article class="card" id="room-${room.id}" aria-label="${name}">
    <h3>${name}</h3>
    <p>${startOf(settings, room)}</p>
    <dl>
      <dt>Host</dt>
      <dd>${address(settings, `${path}/host`)} <span class="hint">asks for your login</span></dd>
      <dt>Everyone</dt>
      <dd>${address(settings, path)}</dd>
      ${invitations.map(
        (guest) =>
          html`<dt>${guest.name} <span class="hint">${guest.role}</span></dt>
            <dd>
              ${address(settings, buildRoomPath(guest.link.toRoomLink()))}
              <span class="hint">for this person alone</span>
            </dd>`,
      )}
    </dl>
    <details ${refusal && 'open'}>
      <summary>Invite a person</summary>
      <form method="post" action="${path}/invitations">
        ${refusal && alert(refusal.text)}
        <label
          >E-mail <input type="email" name="email" required value="${values.email ?? ''}"
        /></label>
        <label>First name <input name="firstName" value="${values.firstName ?? ''}" /></label>
        <label>Last name <input name="lastName" value="${values.lastName ?? ''}" /></label>
        <label
          >Role
          <select name="role">
            ${option('attendee', 'Attendee', values.role)}${option('presenter', 'Presenter', values.role)}
          </select></label
        >
        <button>Make a personal link</button>
      </form>
    </details>
    <details>
      <summary>Delete</summary>
      <form method="post" action="${path}/delete">
        <p>Everyone loses their way into <strong>${name}</strong>.</p>
        <button class="danger">Delete for good</button>
      </form>
    </details>
  </article>`;
}

/** @param {Settings} settings @param {string} path */
const address = ({ origin }, path) => html`<a href="${path}">${origin}${path}</a>`;

/** @param {Settings} settings @param {Room} room */
function startOf({ timeZone }, { start }) {
  if (!start) return 'Always open';
  const format = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  });
  return html`<time datetime="${start.toISOString()}">${format.format(start)}</time>`;
}

/** @param {string} text */
const alert = (text) => html`<p class="alert" role="alert">${text}</p>`;

/** @param {string} value @param {string} label @param {string | undefined} chosen */
const option = (value, label, chosen) =>
  html`<option value="${value}" ${value === chosen && 'selected'}>${label}</option>`;

/** @param {Values} values Those that are empty are left out. */
const attributes = (values) =>
  Object.entries(values).map(([name, value]) => value && html`${name}="${value}" `);
