// @ts-check
import { html } from 'hono/html';
import { buildRoomPath } from 'livewebinar-room/url';
import { alert, startOf } from './layout.js';
import { link } from './links.js';

/** @import { Room } from 'livewebinar-room/api' */
/** @import { Settings } from '../settings.js' */
/** @import { Guests, Rejection } from './host-page.js' */

/**
 * A room in the host's list, with the links of everyone who was given access.
 *
 * @param {Settings} settings
 * @param {{ room: Room, guests: Guests, isPast: boolean, rejection?: Rejection }} card
 */
export function roomCard(settings, { room, guests, isPast, rejection }) {
  const { id, licenseKey, name } = room;
  const path = buildRoomPath({ licenseKey });
  /** @param {Rejection['form']} form */
  const rejected = (form) => (rejection?.form === form ? rejection : undefined);
  return html`<article class="card" id="room-${id}" aria-label="${name}">
    <h3>${name}</h3>
    <p>${startOf(settings, room)}</p>
    ${
      isPast
        ? html`<p><a href="${path}/recordings">Recordings</a></p>`
        : html`${links(settings, room, guests)}${inviteForm(path, rejected('invite'))}
          ${isProtected(room) && tokenForm(path, rejected('tokens'))}`
    }
    ${deleteForm(path, name, rejected('delete'))}
  </article>`;
}

/** @param {Room} room */
const isProtected = ({ vendorData }) => Boolean(vendorData['password']);

/**
 * @param {Settings} settings
 * @param {Room} room
 * @param {Guests} guests
 */
function links({ origin }, room, { invitations, tokens }) {
  const { licenseKey } = room;
  const path = buildRoomPath({ licenseKey });
  return html`<dl>
    <dt>Host</dt>
    <dd>${link(`${origin}${path}/host`)} <span class="hint">requires your login</span></dd>
    <dt>Everyone</dt>
    <dd>
      ${link(origin + path)}
      ${isProtected(room) && html`<span class="hint">LiveWebinar asks for the password</span>`}
    </dd>
    ${invitations.map(
      ({ name, role, link: personalLink }) =>
        html`<dt>${name} <span class="hint">${role}</span></dt>
          <dd>
            ${link(origin + buildRoomPath(personalLink.toRoomLink()))}
            <span class="hint">for this person only</span>
          </dd>`,
    )}
    ${tokens.map(
      (passwordToken, index) =>
        html`<dt>Attendee ${index + 1}</dt>
          <dd>
            ${link(origin + buildRoomPath({ licenseKey, passwordToken }))}
            <span class="hint">for one person, instead of the password</span>
          </dd>`,
    )}
  </dl>`;
}

/**
 * @param {string} path
 * @param {Rejection | undefined} rejection
 */
function inviteForm(path, rejection) {
  const values = rejection?.values ?? {};
  return html`<details ${rejection && 'open'}>
    <summary>Invite a person</summary>
    <form method="post" action="${path}/invitations">
      ${rejection && alert(rejection.text)}
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
      <button>Create a personal link</button>
    </form>
  </details>`;
}

/**
 * @param {string} path
 * @param {Rejection | undefined} rejection
 */
function tokenForm(path, rejection) {
  const values = { amount: '5', ...rejection?.values };
  return html`<details ${rejection && 'open'}>
    <summary>Create attendee passwords</summary>
    <form method="post" action="${path}/tokens">
      ${rejection && alert(rejection.text)}
      <p>Each password is a link that admits one person.</p>
      <label
        >How many
        <input type="number" name="amount" min="1" max="300" required value="${values.amount}"
      /></label>
      <button>Create links</button>
    </form>
  </details>`;
}

/**
 * @param {string} path
 * @param {string} name
 * @param {Rejection | undefined} rejection
 */
const deleteForm = (path, name, rejection) =>
  html`<details ${rejection && 'open'}>
    <summary>Delete</summary>
    <form method="post" action="${path}/delete">
      ${rejection && alert(rejection.text)}
      <p>No link to <strong>${name}</strong> will work any more.</p>
      <button class="danger">Delete permanently</button>
    </form>
  </details>`;

/** @param {string} value @param {string} label @param {string | undefined} chosen */
const option = (value, label, chosen) =>
  html`<option value="${value}" ${value === chosen && 'selected'}>${label}</option>`;
