import { createToken } from './api-tokens.js';
import { readLicenseKey } from './variants.js';

/** Returns the Unix seconds of a local time in a zone. */
function toSeconds(localTime, timeZone) {
  const asUtc = Date.parse(`${localTime.replace(' ', 'T')}Z`);
  const shown = (instant) =>
    Date.parse(`${new Date(instant).toLocaleString('sv-SE', { timeZone }).replace(' ', 'T')}Z`);
  const guess = asUtc - (shown(asUtc) - asUtc);
  return (guess - (shown(guess) - asUtc)) / 1000;
}

/** The rooms of the stand-in's account, and the people who were given access to them. */
export class ApiRooms {
  #rooms = new Map();
  #count = 0;

  /**
   * @param {Record<string, any>} fields
   * @param {{ origin: string, variants: readonly string[] }} options Of the room's URLs.
   */
  create(fields, { origin, variants }) {
    const id = (this.#count += 1);
    const digits = String(100_000_000 + id);
    const token = digits.match(/\d{3}/g).join('-');
    const isHash = (readLicenseKey(String(fields.custom_name ?? '')).variants ?? variants).includes(
      'hash',
    );
    const [host, presenter] = ['host', 'presenter'].map((role) =>
      createToken(`${role} ${id}`, isHash ? 32 : 8),
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
    this.#rooms.set(String(id), {
      room,
      presenter,
      origin,
      links: new Map(),
      registrants: new Map(),
      invites: [],
      hasReport: false,
    });
    return this.update(id, fields);
  }

  update(id, { start_date: start, autostart, ...fields }) {
    const { room } = this.#rooms.get(String(id));
    Object.assign(room, fields);
    if (autostart) room.autostart = { ...room.autostart, ...autostart };
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
    return limit ? all.slice((page - 1) * limit, page * limit) : all;
  }

  createLink(id, { emails, role = 'attendee', firstname = '', lastname = '' }) {
    const { room, links, origin } = this.#rooms.get(id);
    const token = createToken(`personal ${id} ${links.size}`, 60);
    links.set(token, { role, email: emails, nickname: `${firstname} ${lastname}`.trim() });
    return {
      personal_token: token,
      personal_url: `${origin}/${room.token}/p/${token}`,
    };
  }

  register(id, fields) {
    const { room, registrants, origin } = this.#rooms.get(id);
    const token = createToken(`registrant ${id} ${registrants.size}`, 60);
    const registrant = {
      id: registrants.size + 1,
      ...fields,
      personal_url: `${origin}/${room.token}/r/${token}`,
    };
    registrants.set(token, registrant);
    return registrant;
  }

  listRegistrants(id) {
    return [...this.#rooms.get(id).registrants.values()];
  }

  invite(id, fields) {
    const { invites } = this.#rooms.get(id);
    const invite = { id: invites.length + 1, ...fields };
    invites.push(invite);
    return invite;
  }

  listInvites(id) {
    return this.#rooms.get(id).invites;
  }

  /** @returns One recording, if the event of the room is over. */
  listRecordings(id) {
    const { room, origin } = this.#rooms.get(id);
    const end = room.start_date + Number(room.duration ?? 60) * 60;
    if (!(end < Date.now() / 1000)) return [];
    return [{ name: room.name, url: `${origin}/stand-in/recording?room=${room.token}` }];
  }

  requestReport(id) {
    this.#rooms.get(id).hasReport = true;
  }

  /** @returns A report that is ready at once. */
  report(id) {
    const { room, origin, hasReport } = this.#rooms.get(id);
    const url = hasReport ? `${origin}/stand-in/report?room=${room.token}` : '';
    return { is_ready: hasReport, url };
  }

  /**
   * Returns the role and personal data of a visitor, or nothing for an unknown room or token.
   *
   * @param {import('./visitor.js').Visitor} visitor
   */
  identify({ licenseKey, roleToken, personalToken, registrantToken }) {
    const entry = [...this.#rooms.values()].find(
      ({ room }) => room.token === licenseKey || room.custom_name === licenseKey,
    );
    if (!entry) return {};
    if (personalToken) return entry.links.get(personalToken) ?? {};
    if (registrantToken) return entry.registrants.has(registrantToken) ? { role: 'attendee' } : {};
    if (!roleToken) return {};
    if (roleToken === entry.room.roles.host) return { role: 'host' };
    return roleToken === entry.presenter ? { role: 'presenter' } : {};
  }
}
