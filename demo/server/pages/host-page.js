// @ts-check
import { html } from 'hono/html';
import { TIME_ZONES } from '../time-zones.js';
import { alert, formatTime, layout } from './layout.js';
import { status } from './links.js';
import { roomCard } from './room-card.js';

/** @import { Room } from 'livewebinar-room/api' */
/** @import { RoomList, Rooms } from '../rooms.js' */
/** @import { Settings } from '../settings.js' */
/** @import { Values } from './layout.js' */

/** @typedef {'schedule' | 'invite' | 'tokens' | 'delete'} FormName */
/**
 * A form that LiveWebinar rejected.
 *
 * @typedef {{ text: string, form: FormName, roomId?: string, values: Values }} Rejection
 */

/** @typedef {ReturnType<Rooms['guests']>} Guests */

/** How long a room without a duration is listed as upcoming after its start. */
const DEFAULT_DURATION = 60;

/**
 * The host's rooms.
 *
 * @param {Settings} settings
 * @param {{ list: RoomList, guests: (room: Room) => Guests, rejection?: Rejection }} page
 */
export function hostPage(settings, { list, guests, rejection }) {
  const now = Date.now();
  /** @param {Room} room */
  const startTime = ({ start }) => start?.getTime() ?? Infinity;
  /** @param {Room} room */
  const isPast = (room) => startTime(room) + (room.duration ?? DEFAULT_DURATION) * 60_000 < now;
  const upcoming = list.rooms
    .filter((room) => !isPast(room))
    .sort((one, other) => startTime(one) - startTime(other) || 0);
  const past = list.rooms.filter(isPast).sort((one, other) => startTime(other) - startTime(one));
  /** @param {Room} room */
  const card = (room) =>
    roomCard(settings, {
      room,
      guests: guests(room),
      isPast: isPast(room),
      ...(rejection?.roomId === room.id && { rejection }),
    });
  return layout(settings, {
    title: rejection ? 'Rooms: that did not work' : 'Rooms',
    scripts: ['local-times', 'copy-buttons', 'time-zone-field'].map(
      (name) => `/browser/${name}.js`,
    ),
    main: html`<header>
        <h1>Rooms</h1>
        <form method="post" action="/logout"><button class="quiet">Log out</button></form>
      </header>
      <main class="host">
        ${list.isOutdated && outdated(settings, list)}
        <section aria-labelledby="schedule">
          <h2 id="schedule">Schedule a room</h2>
          ${scheduleForm(settings, rejection?.form === 'schedule' ? rejection : undefined)}
        </section>
        <div>
          <section aria-labelledby="upcoming">
            <h2 id="upcoming">Upcoming</h2>
            ${upcoming.length === 0 && html`<p>There is no room yet.</p>`} ${upcoming.map(card)}
          </section>
          ${
            past.length > 0 &&
            html`<section aria-labelledby="past">
              <h2 id="past">Past</h2>
              ${past.map(card)}
            </section>`
          }
        </div>
        ${status}
      </main>`,
  });
}

/**
 * @param {Settings} settings
 * @param {RoomList} list
 */
function outdated({ timeZone }, { fetchedAt }) {
  const minutes = Math.floor((Date.now() - fetchedAt.getTime()) / 60_000);
  const age =
    minutes === 0 ? 'less than a minute' : `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  return html`<p class="notice" role="status">
    LiveWebinar cannot be reached. This is the list of ${formatTime(fetchedAt, timeZone)}, ${age}
    old. Rooms still open.
  </p>`;
}

/**
 * @param {Settings} settings
 * @param {Rejection | undefined} rejection
 */
function scheduleForm({ timeZone }, rejection) {
  /** @type {Values} */
  const values = { duration: '60', ...rejection?.values };
  return html`<form class="card" method="post" action="/rooms">
    ${rejection && alert(rejection.text)}
    <label>Name <input name="name" required maxlength="200" value="${values.name ?? ''}" /></label>
    <label
      >Start <span class="hint">leave empty for a room that is always open</span>
      <input type="datetime-local" name="start" value="${values.start ?? ''}"
    /></label>
    <label
      >Time zone <span class="hint">type a city to search; defaults to ${timeZone}</span>
      <input
        name="timeZone"
        list="time-zones"
        autocomplete="off"
        spellcheck="false"
        value="${values.timeZone ?? ''}"
        ${!rejection && 'data-detect'}
    /></label>
    <datalist id="time-zones">
      ${TIME_ZONES.map((zone) => html`<option value="${zone}"></option>`)}
    </datalist>
    <label
      >Minutes <input type="number" name="duration" min="1" max="719" value="${values.duration}"
    /></label>
    <label
      >Password <span class="hint">optional; each attendee can get one of their own</span>
      <input name="password" maxlength="100" autocomplete="off" value="${values.password ?? ''}"
    /></label>
    <button>Schedule</button>
  </form>`;
}
