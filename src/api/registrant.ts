import { parseRoomUrl, type RoomLink } from '../url/index.js';
import { invalidResponse, readText, readUrl, type VendorData } from './vendor-response.js';

/** A person who registered for a room. It is safe to log: its JSON contains only the id. */
export class Registrant {
  /** Id of the registrant; `''` if LiveWebinar sent none. */
  readonly id: string;
  readonly #data: VendorData;

  constructor(data: VendorData) {
    this.id = readText(data['id']);
    this.#data = data;
  }

  /**
   * LiveWebinar's own URL for this person, such as `https://app.livewebinar.com/123-123-123/r/…`; `''` if
   * LiveWebinar sent none.
   */
  get personalUrl(): string {
    return readUrl(this.#data['personal_url']);
  }

  /** Everything LiveWebinar sent, with LiveWebinar's names. */
  get vendorData(): VendorData {
    return this.#data;
  }

  /**
   * Returns the link for `buildRoomUrl`, `buildRoomPath` and the properties of the element.
   *
   * @throws {LivewebinarApiError} `invalid-response` if LiveWebinar sent no personal URL of a room.
   */
  toRoomLink(): RoomLink {
    const url = this.personalUrl;
    // The URL of a white-label account has another origin.
    const link = url ? parseRoomUrl(url, { origins: [new URL(url).origin] }) : null;
    if (link) return link;
    throw invalidResponse('LiveWebinar sent no personal URL for this registrant.');
  }
}
