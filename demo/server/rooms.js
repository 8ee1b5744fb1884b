// @ts-check
/** @import { LivewebinarClient, PersonalLink, PersonalLinkParameters, Room, RoomParameters } from 'livewebinar-room/api' */

/** Milliseconds the list of rooms may be old. Everyone who opens a public page would cause a request else. */
const MAX_AGE = 30_000;

/** @typedef {{ name: string, role: string, link: PersonalLink }} Invitation */

/** The account's rooms, and who was invited to them. */
export class Rooms {
  #client;
  /** @type {{ until: number, rooms: Promise<Room[]> } | null} */
  #list = null;
  /**
   * LiveWebinar makes personal links, but is not known to list them: what was made has to be kept. An
   * application of your own has a database for it.
   *
   * @type {Map<string, Invitation[]>}
   */
  #invitations = new Map();

  /** @param {LivewebinarClient} client */
  constructor(client) {
    this.#client = client;
  }

  /** @returns {Promise<Room[]>} */
  list() {
    if (!this.#list || this.#list.until < Date.now()) {
      const rooms = this.#fetch();
      this.#list = { until: Date.now() + MAX_AGE, rooms };
      // A failure is not kept.
      rooms.catch(() => this.#forget());
    }
    return this.#list.rooms;
  }

  /**
   * Finds a room of this account: for any other, an address of this site shows nothing.
   *
   * @param {string} licenseKey
   */
  async find(licenseKey) {
    return (await this.list()).find((room) => room.licenseKey === licenseKey);
  }

  /** @param {RoomParameters & { name: string }} room */
  async schedule(room) {
    const created = await this.#client.createRoom(room);
    this.#forget();
    return created;
  }

  /** @param {Room} room */
  async delete({ id }) {
    await this.#client.deleteRoom(id);
    this.#invitations.delete(id);
    this.#forget();
  }

  /**
   * @param {Room} room
   * @param {PersonalLinkParameters} person
   */
  async invite(room, person) {
    const link = await this.#client.createPersonalLink(room, person);
    const { email, firstName = '', lastName = '', role = 'attendee' } = person;
    const name = `${firstName} ${lastName}`.trim() || email;
    this.#invitations.set(room.id, [...this.invitations(room), { name, role, link }]);
  }

  /** @param {Room} room */
  invitations({ id }) {
    return this.#invitations.get(id) ?? [];
  }

  #forget() {
    this.#list = null;
  }

  async #fetch() {
    const rooms = [];
    for await (const room of this.#client.listRooms()) rooms.push(room);
    return rooms;
  }
}
