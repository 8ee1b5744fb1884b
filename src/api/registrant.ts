import { parseRoomUrl, type RoomLink } from '../url/index.js';
import { invalidResponse, textOf, urlOf, type VendorData } from './vendor-response.js';

/** A person who registered for a room. It is safe to log: its JSON contains only the id. */
export class Registrant {
  /** `''` if LiveWebinar sent no id. */
  readonly id: string;
  readonly #data: VendorData;

  constructor(data: VendorData) {
    this.id = textOf(data['id']);
    this.#data = data;
  }

  /**
   * LiveWebinar's own URL for this person, such as `https://app.livewebinar.com/123-123-123/r/…`; `''` if
   * LiveWebinar sent none.
   */
  get personalUrl(): string {
    return urlOf(this.#data['personal_url']);
  }

  /** Everything LiveWebinar sent, with LiveWebinar's names. */
  get vendorData(): VendorData {
    return this.#data;
  }

  /**
   * Returns the link for `buildRoomUrl`, `buildRoomPath` and the properties of the element.
   *
   * @throws {LivewebinarApiError} `invalid-response` if LiveWebinar sent no personal URL.
   */
  toRoomLink(): RoomLink {
    const url = this.personalUrl;
    // A white-label account has its own origin.
    const link = url ? parseRoomUrl(url, { origins: [new URL(url).origin] }) : null;
    if (link) return link;
    throw invalidResponse('LiveWebinar sent no personal URL for this registrant.');
  }
}
