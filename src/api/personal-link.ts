import type { RoomLink } from '../url/index.js';
import type { FormFields } from './form.js';
import { badAnswer, isObject, textOf, unwrap, type VendorData } from './vendor-answer.js';
import { VENDOR_NAMES, writeFields } from './vendor-names.js';

const NAMES = VENDOR_NAMES.personalLinkAnswer;

/** Whom a personal link is for (vendor contract: A). */
export interface PersonalLinkParameters {
  email: string;
  /** `attendee` if left out. */
  role?: 'attendee' | 'presenter' | 'moderator';
  firstName?: string;
  lastName?: string;
  /** Fields of the room's registration form and further parameters, under the vendor's names. */
  vendorFields?: FormFields;
}

/** Writes the parameters of a personal link under the vendor's names. */
export function writePersonalLink({ vendorFields, ...values }: PersonalLinkParameters): FormFields {
  return {
    ...writeFields(VENDOR_NAMES.personalLink, values, vendorFields),
    // The vendor's page says `emails`, third-party documentation `email`: both are sent.
    email: values.email,
  };
}

/**
 * A way into a room for one person, who needs no name or role any more. It may be logged: the token
 * and the address are not in its JSON.
 */
export class PersonalLink {
  /** Of the room. */
  readonly licenseKey: string;
  readonly #data: VendorData;

  /** @throws {LivewebinarApiError} `bad-answer` if the answer has no personal token. */
  constructor(licenseKey: string, answer: unknown) {
    // `emails` is a plural: the answer may be a list with our one link in it (?).
    const [data] = [unwrap(answer)].flat();
    if (!isObject(data) || !textOf(data[NAMES.personalToken])) {
      throw badAnswer("There is no personal token in LiveWebinar's answer.");
    }
    this.licenseKey = licenseKey;
    this.#data = data;
  }

  /** Ready address in LiveWebinar's own room (vendor contract: A); `''` if it sent none. */
  get personalUrl(): string {
    return textOf(this.#data[NAMES.personalUrl]);
  }

  /** Everything LiveWebinar sent, under its own names. */
  get vendorData(): VendorData {
    return this.#data;
  }

  /** Gives the link for `buildRoomUrl`, `buildRoomPath` and the properties of the tag. */
  toRoomLink(): RoomLink {
    return {
      licenseKey: this.licenseKey,
      personalToken: textOf(this.#data[NAMES.personalToken]),
    };
  }
}
