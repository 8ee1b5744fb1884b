import { createHash } from 'node:crypto';
import { STAND_IN_ORIGIN } from './origin.js';

/** Makes a token that is the same in every run. */
const tokenOf = (text, length) => createHash('sha256').update(text).digest('hex').slice(0, length);

/** Seconds since 1970 at which the clocks in a zone show this. */
function toSeconds(wallClock, timeZone) {
  const asUtc = Date.parse(`${wallClock.replace(' ', 'T')}Z`);
  const shown = (instant) =>
    Date.parse(`${new Date(instant).toLocaleString('sv-SE', { timeZone }).replace(' ', 'T')}Z`);
  const guess = asUtc - (shown(asUtc) - asUtc);
  return (guess - (shown(guess) - asUtc)) / 1000;
}

/** The rooms and personal links of the stand-in's one account, in memory. */
export class ApiRooms {
  #rooms = new Map();
  #count = 0;

  create(fields) {
    const id = (this.#count += 1);
    const digits = String(100_000_000 + id);
    const token = digits.match(/\d{3}/g).join('-');
    const host = tokenOf(`host ${id}`, 8);
    const presenter = tokenOf(`presenter ${id}`, 8);
    const room = {
      id,
      token,
      status: 'active',
      roles: { host },
      hosted_at: {
        host: `${STAND_IN_ORIGIN}/${token}/x/${host}`,
        presenter: `${STAND_IN_ORIGIN}/${token}/x/${presenter}`,
      },
    };
    this.#rooms.set(String(id), { room, presenter, links: new Map() });
    return this.update(id, fields);
  }

  update(id, { start_date: start, ...fields }) {
    const { room } = this.#rooms.get(String(id));
    Object.assign(room, fields);
    if (start) room.start_date = toSeconds(start, room.timezone ?? 'UTC');
    return room;
  }

  get(id) {
    return this.#rooms.get(id)?.room;
  }

  delete(id) {
    return this.#rooms.delete(id);
  }

  list({ scope, order, limit, page = 1 }) {
    const all = [...this.#rooms.values()]
      .map(({ room }) => room)
      .filter(({ status }) => scope !== 'active' || status === 'active');
    if (order === 'desc') all.reverse();
    return all.slice((page - 1) * limit, page * limit);
  }

  createLink(id, { emails, role = 'attendee', firstname = '', lastname = '' }) {
    const { room, links } = this.#rooms.get(id);
    const token = tokenOf(`personal ${id} ${links.size}`, 60);
    links.set(token, { role, email: emails, nickname: `${firstname} ${lastname}`.trim() });
    return {
      personal_token: token,
      personal_url: `${room.hosted_at.host.split('/x/')[0]}/p/${token}`,
    };
  }

  /** Says who comes into a room of the API: nothing for a room or token it does not know. */
  recognise({ licenseKey, roleToken, personalToken }) {
    const entry = [...this.#rooms.values()].find(
      ({ room }) => room.token === licenseKey || room.custom_name === licenseKey,
    );
    if (!entry) return {};
    if (personalToken) return entry.links.get(personalToken) ?? {};
    if (!roleToken) return {};
    if (roleToken === entry.room.roles.host) return { role: 'host' };
    return roleToken === entry.presenter ? { role: 'presenter' } : {};
  }
}
