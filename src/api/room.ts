import { parseRoomUrl, type RoomLink } from '../url/index.js';
import { checkOneOf } from './check-argument.js';
import { readStart } from './start-time.js';
import { VENDOR_NAMES } from './vendor-names.js';
import {
  invalidResponse,
  isObject,
  readText,
  unwrapObject,
  readUrl,
  type VendorData,
} from './vendor-response.js';

const NAMES = VENDOR_NAMES.roomResponse;

/** The roles that a room has links for. */
export type RoomRole = 'host' | 'presenter' | 'attendee';

const checkRole = checkOneOf('host', 'presenter', 'attendee');

/**
 * A room of the account. It is safe to log and to send to a page as JSON: role tokens and password are
 * only in `vendorData`, `hostUrl`, `presenterUrl` and `toRoomLink`, which JSON leaves out.
 */
export class Room {
  /** Id of the room in the API. */
  readonly id: string;
  /** License key of the room, such as `123-123-123`. */
  readonly licenseKey: string;
  /** Name of the room; `''` if LiveWebinar sent none. */
  readonly name: string;
  /** Start of the room; `null` for a permanent room. */
  readonly start: Date | null;
  /** Duration in minutes; `null` if LiveWebinar sent none. */
  readonly duration: number | null;
  /** The organizer's IANA time zone, such as `Europe/Warsaw`; `''` if LiveWebinar sent none. */
  readonly timeZone: string;
  readonly #data: VendorData;

  /** @throws {LivewebinarApiError} `invalid-response` if the response contains no room. */
  constructor(response: unknown) {
    const data = unwrapObject(response, 'room');
    this.id = readText(data[NAMES.id]);
    this.licenseKey = readText(data[NAMES.licenseKey]);
    if (!this.id || !this.licenseKey) {
      throw invalidResponse("LiveWebinar's response contains no room.");
    }
    this.name = readText(data[NAMES.name]);
    this.start = readStart(data[NAMES.start], data[NAMES.timeZone]);
    this.duration = Number(readText(data[NAMES.duration])) || null;
    this.timeZone = readText(data[NAMES.timeZone]);
    this.#data = data;
  }

  /**
   * Everything LiveWebinar sent, with LiveWebinar's names. It contains role tokens: never send it to a
   * page.
   */
  get vendorData(): VendorData {
    return this.#data;
  }

  /** LiveWebinar's own URL for the host, with the role token in it; `''` if it sent none. */
  get hostUrl(): string {
    return readUrl(this.#readRoleField(NAMES.roleUrls, 'host'));
  }

  /** LiveWebinar's own URL for presenters, with the role token in it; `''` if it sent none. */
  get presenterUrl(): string {
    return readUrl(this.#readRoleField(NAMES.roleUrls, 'presenter'));
  }

  /**
   * Returns the link of a role, for `buildRoomUrl`, `buildRoomPath` and the properties of the element.
   * Everyone who sees the role token in it can enter as host or presenter. To send a host or presenter to
   * LiveWebinar's own page, prefer `hostUrl` and `presenterUrl` over a URL that is built from this link.
   *
   * @param role `attendee` by default.
   * @throws {LivewebinarApiError} `invalid-option` for another role, `invalid-response` if LiveWebinar sent
   *   no token for the role.
   * @example
   * room.toRoomLink(); // { licenseKey: '123-123-123' }
   * room.toRoomLink('host'); // { licenseKey: '123-123-123', roleToken: 'IYuUtn2P' }
   */
  toRoomLink(role: RoomRole = 'attendee'): RoomLink {
    checkRole('role', role);
    const { licenseKey } = this;
    if (role === 'attendee') return { licenseKey };
    const roleToken = this.#readRoleToken(role);
    if (roleToken) return { licenseKey, roleToken };
    throw invalidResponse(`LiveWebinar sent no token for the role ${role}.`);
  }

  #readRoleToken(role: 'host' | 'presenter'): string | undefined {
    const url = role === 'host' ? this.hostUrl : this.presenterUrl;
    // The URLs of a white-label account have another origin.
    const origins = url ? [new URL(url).origin] : [];
    return this.#readRoleField(NAMES.roleTokens, role) || parseRoomUrl(url, { origins })?.roleToken;
  }

  #readRoleField(field: string, role: RoomRole): string {
    const values = this.#data[field];
    return isObject(values) ? readText(values[role]) : '';
  }
}

/** Creates a room from an entry of a list. Returns `null` if it has no id or token. */
export function parseRoom(data: VendorData): Room | null {
  const isRoom = [NAMES.id, NAMES.licenseKey].every((name) => readText(data[name]) !== '');
  return isRoom ? new Room(data) : null;
}
