import { isObject, textOf, unwrap, type VendorData } from './vendor-response.js';

/** A registration form of the account. */
export interface RegistrationForm {
  /** For the room parameter `formId`. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  /** HTML that embeds the form; `''` without the option `withEmbedCode`. */
  readonly embedCode: string;
  /** Everything LiveWebinar sent, with LiveWebinar's names. */
  readonly vendorData: VendorData;
}

export function readRegistrationForm(data: VendorData): RegistrationForm {
  const embed = unwrap(data['EmbedCode']);
  return {
    id: textOf(data['id']),
    name: textOf(data['name']),
    type: textOf(data['type']),
    embedCode: isObject(embed) ? textOf(embed['code']) : '',
    vendorData: data,
  };
}
