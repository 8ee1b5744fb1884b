// @ts-check
/** @import { LivewebinarClient, PersonalLink, PersonalLinkParameters, Recording, Room, RoomParameters } from 'livewebinar-room/api' */

/** How long the list of rooms is used before it is requested again. */
const MAX_AGE_MS = 30_000;
/** How long the last list is used without another request after one failed. */
const BACKOFF_MS = 10_000;

/** @typedef {{ name: string, role: string, link: PersonalLink }} Invitation */
/**
 * @typedef {object} RoomList
 * @property {Room[]} rooms
 * @property {Date} fetchedAt
 * @property {boolean} isOutdated Whether LiveWebinar could not be reached since.
 */

/** The rooms of the account, and the people who were given access to them. */
export class Rooms {
  #client;
  /** @type {RoomList | null} The last list, which is also used while LiveWebinar cannot be reached. */
  #list = null;
  #expiresAt = 0;
  /** @type {Promise<RoomList> | null} */
  #fetching = null;
  /**
   * LiveWebinar is not known to list personal links and event tokens, so they are kept here. Your
   * application has a database for them.
   *
   * @type {Map<string, { invitations: Invitation[], tokens: string[], tokenGroup?: string }>}
   */
  #guests = new Map();

  #timeouts;

  /**
   * @param {LivewebinarClient} client
   * @param {import('./settings.js').Timeouts} timeouts
   */
  constructor(client, timeouts) {
    this.#client = client;
    this.#timeouts = timeouts;
  }

  /**
   * The last list, without a request.
   *
   * @returns {RoomList | null}
   */
  get lastList() {
    return this.#list;
  }

  /** @returns {Promise<RoomList>} */
  async list() {
    if (this.#list && Date.now() < this.#expiresAt) return this.#list;
    this.#fetching ??= this.#fetch().finally(() => (this.#fetching = null));
    return this.#fetching;
  }

  /**
   * Finds a room of this account. Rooms of other accounts are not shown on this site.
   *
   * @param {string} licenseKey
   * @returns {Promise<Room | undefined>}
   * @throws If LiveWebinar cannot be reached and the room is not in the last list.
   */
  async find(licenseKey) {
    const isWanted = (/** @type {Room} */ room) => room.licenseKey === licenseKey;
    const known = this.#list?.rooms.find(isWanted);
    if (known) {
      // A visitor does not wait for a newer list.
      this.list().catch(() => {});
      return known;
    }
    const list = await this.list();
    const found = list.rooms.find(isWanted);
    if (!found && list.isOutdated) throw new Error('LiveWebinar cannot be reached.');
    return found;
  }

  /** @param {RoomParameters & { name: string }} room */
  async schedule(room) {
    const created = await this.#client.createRoom(room, this.#deadline());
    this.#change((rooms) => [created, ...rooms]);
  }

  /** @param {Room} room */
  async delete(room) {
    await this.#client.deleteRoom(room, this.#deadline());
    this.#guests.delete(room.id);
    this.#change((rooms) => rooms.filter(({ id }) => id !== room.id));
  }

  /**
   * @param {Room} room
   * @param {PersonalLinkParameters} person
   */
  async invite(room, person) {
    const link = await this.#client.createPersonalLink(room, person, this.#deadline());
    const { email, firstName = '', lastName = '', role = 'attendee' } = person;
    const name = `${firstName} ${lastName}`.trim() || email;
    const guests = this.guests(room);
    const invitations = [...guests.invitations, { name, role, link }];
    this.#guests.set(room.id, { ...guests, invitations });
  }

  /**
   * Creates event tokens, each of which admits one attendee to a password-protected room.
   *
   * @param {Room} room
   * @param {number} amount
   */
  async createTokens(room, amount) {
    const { tokenGroup } = this.guests(room);
    const group = tokenGroup
      ? await this.#client.generateEventTokens(tokenGroup, amount, this.#deadline())
      : await this.#client.createEventTokens(
          { name: `${room.name} - ${room.licenseKey}`, roomIds: [room.id], amount },
          this.#deadline(),
        );
    const guests = this.guests(room);
    const tokens = [...guests.tokens, ...group.tokens];
    this.#guests.set(room.id, { ...guests, tokens, tokenGroup: group.id });
  }

  /** @param {Room} room */
  guests({ id }) {
    return this.#guests.get(id) ?? { invitations: [], tokens: [] };
  }

  /**
   * @param {Room} room
   * @returns {Promise<Recording[]>}
   */
  recordings(room) {
    return this.#client.listRecordings(room, this.#deadline());
  }

  #deadline() {
    return { signal: AbortSignal.timeout(this.#timeouts.call) };
  }

  /** @returns {Promise<RoomList>} */
  async #fetch() {
    const before = this.#list;
    try {
      const rooms = [];
      const options = { signal: AbortSignal.timeout(this.#timeouts.list) };
      for await (const room of this.#client.listRooms(options)) rooms.push(room);
      const list = { rooms, fetchedAt: new Date(), isOutdated: false };
      // A list from before a change would undo it.
      if (this.#list === before) this.#keep(list, MAX_AGE_MS);
      return this.#list ?? list;
    } catch (error) {
      if (!this.#list) throw error;
      console.error(error);
      return this.#keep({ ...this.#list, isOutdated: true }, BACKOFF_MS);
    }
  }

  /**
   * @param {RoomList} list
   * @param {number} milliseconds
   */
  #keep(list, milliseconds) {
    this.#expiresAt = Date.now() + milliseconds;
    this.#list = list;
    return list;
  }

  /** @param {(rooms: Room[]) => Room[]} change Applies a change to the last list. */
  #change(change) {
    if (this.#list) this.#list = { ...this.#list, rooms: change(this.#list.rooms) };
  }
}
