import type { RoomLink } from '../url/index.js';
import { checkPerson } from './invite.js';
import type { FormFields } from './form.js';
import { VENDOR_NAMES, writeFields } from './vendor-names.js';
import {
  invalidResponse,
  isObject,
  readText,
  unwrap,
  readUrl,
  type VendorData,
} from './vendor-response.js';

const NAMES = VENDOR_NAMES.personalLinkResponse;

/** The person who receives a personal link. */
export interface PersonalLinkParameters {
  email: string;
  /** `attendee` by default. */
  role?: 'attendee' | 'presenter' | 'moderator';
  firstName?: string;
  lastName?: string;
  /** Fields of the room's registration form and further parameters, with LiveWebinar's names. */
  vendorFields?: FormFields;
}

/** Converts the parameters of a personal link to the vendor's form fields. */
export function writePersonalLink(person: PersonalLinkParameters): FormFields {
  checkPerson(person);
  const { vendorFields, ...values } = person;
  return {
    ...writeFields(VENDOR_NAMES.personalLink, values, vendorFields),
    // The vendor's documentation uses `emails`, third-party documentation uses `email`.
    email: values.email,
  };
}

/**
 * A link that admits one person to a room, with a fixed name, e-mail address and role. It is safe to log: its
 * JSON contains neither token nor URL.
 */
export class PersonalLink {
  /** License key of the room. */
  readonly licenseKey: string;
  readonly #data: VendorData;

  /** @throws {LivewebinarApiError} `invalid-response` if the response contains no personal token. */
  constructor(licenseKey: string, response: unknown) {
    // The parameter `emails` is plural, so the response may be a list with one link.
    const [data] = [unwrap(response)].flat();
    if (!isObject(data) || !readText(data[NAMES.personalToken])) {
      throw invalidResponse("LiveWebinar's response contains no personal token.");
    }
    this.licenseKey = licenseKey;
    this.#data = data;
  }

  /** URL of LiveWebinar's own page for this person; `''` if LiveWebinar sent none. */
  get personalUrl(): string {
    return readUrl(this.#data[NAMES.personalUrl]);
  }

  /** Everything LiveWebinar sent, with LiveWebinar's names. */
  get vendorData(): VendorData {
    return this.#data;
  }

  /** Returns the link for `buildRoomUrl`, `buildRoomPath` and the properties of the element. */
  toRoomLink(): RoomLink {
    return {
      licenseKey: this.licenseKey,
      personalToken: readText(this.#data[NAMES.personalToken]),
    };
  }
}
