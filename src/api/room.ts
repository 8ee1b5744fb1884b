import { parseRoomUrl, type RoomLink } from '../url/index.js';
import { LivewebinarApiError } from './api-error.js';
import { readStart } from './start-time.js';
import { badAnswer, isObject, textOf, unwrapObject, type VendorData } from './vendor-answer.js';
import { VENDOR_NAMES } from './vendor-names.js';

const NAMES = VENDOR_NAMES.roomAnswer;

/** Who one can be in a room by its role tokens. */
export type RoomRole = 'host' | 'presenter' | 'attendee';

/**
 * A room as LiveWebinar has it. It may be logged or sent to a page: role tokens and password are in
 * `vendorData` and in the links only, neither of which is in its JSON.
 */
export class Room {
  /** What the API calls it by (vendor contract: B). */
  readonly id: string;
  /** What the tag calls it by, such as `123-123-123` (B). */
  readonly licenseKey: string;
  /** `''` if LiveWebinar does not say (?). */
  readonly name: string;
  /** `null` for a room without a start (B). */
  readonly startsAt: Date | null;
  readonly #data: VendorData;

  /** @throws {LivewebinarApiError} `bad-answer` if the answer has no room. */
  constructor(answer: unknown) {
    const data = unwrapObject(answer, 'room');
    this.id = textOf(data[NAMES.id]);
    this.licenseKey = textOf(data[NAMES.licenseKey]);
    if (!this.id || !this.licenseKey) throw badAnswer("There is no room in LiveWebinar's answer.");
    this.name = textOf(data[NAMES.name]);
    this.startsAt = readStart(data[NAMES.start], data[NAMES.timeZone]);
    this.#data = data;
  }

  /** Everything LiveWebinar sent, under its own names. It has the role tokens: never give it to a page. */
  get vendorData(): VendorData {
    return this.#data;
  }

  /**
   * Gives the link of a role, for `buildRoomUrl`, `buildRoomPath` and the properties of the tag. The
   * token in it makes anyone host or presenter: give it to that person only.
   *
   * @throws {LivewebinarApiError} `bad-answer` if LiveWebinar sent no token for the role.
   * @example
   * buildRoomUrl(room.toRoomLink('host')); // 'https://app.livewebinar.com/123-123-123/x/IYuUtn2P'
   */
  toRoomLink(role: RoomRole): RoomLink {
    const { licenseKey } = this;
    if (role === 'attendee') return { licenseKey };
    const roleToken = this.#roleToken(role);
    if (roleToken) return { licenseKey, roleToken };
    throw new LivewebinarApiError('bad-answer', `LiveWebinar sent no token for the role ${role}.`);
  }

  /** Finds a role token: by itself for the host, else in the ready address of the role (vendor contract: B). */
  #roleToken(role: RoomRole): string | undefined {
    const read = (field: string): string => {
      const values = this.#data[field];
      return isObject(values) ? textOf(values[role]) : '';
    };
    const url = read(NAMES.roleUrls);
    // A white-label account has an origin of its own.
    const origins = URL.canParse(url) ? [new URL(url).origin] : [];
    return read(NAMES.roleTokens) || parseRoomUrl(url, { origins })?.roleToken;
  }
}
