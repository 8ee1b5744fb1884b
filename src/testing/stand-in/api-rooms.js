import { readLicenseKey } from './plays.js';

/** Makes a token of hex digits that is the same in every run, with FNV-1a: it runs in browsers too. */
function tokenOf(text, length) {
  let hash = 0x811c9dc5;
  let token = '';
  while (token.length < length) {
    for (const char of text + token) hash = Math.imul(hash ^ char.codePointAt(0), 0x01000193);
    token += (hash >>> 0).toString(16).padStart(8, '0');
  }
  return token.slice(0, length);
}

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

  /**
   * @param {Record<string, any>} fields
   * @param {{ origin: string, plays: readonly string[] }} options Of the room's URLs.
   */
  create(fields, { origin, plays }) {
    const id = (this.#count += 1);
    const digits = String(100_000_000 + id);
    const token = digits.match(/\d{3}/g).join('-');
    const isHash = (readLicenseKey(String(fields.custom_name ?? '')).plays ?? plays).includes(
      'hash',
    );
    const [host, presenter] = ['host', 'presenter'].map((role) =>
      tokenOf(`${role} ${id}`, isHash ? 32 : 8),
    );
    const base = `${origin}/${token}${isHash ? '' : '/x'}`;
    const room = {
      id,
      token,
      status: 'active',
      roles: { host },
      hosted_at: {
        host: `${base}/${host}`,
        presenter: `${base}/${presenter}`,
      },
    };
    this.#rooms.set(String(id), { room, presenter, links: new Map(), origin });
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
    const { room, links, origin } = this.#rooms.get(id);
    const token = tokenOf(`personal ${id} ${links.size}`, 60);
    links.set(token, { role, email: emails, nickname: `${firstname} ${lastname}`.trim() });
    return {
      personal_token: token,
      personal_url: `${origin}/${room.token}/p/${token}`,
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
