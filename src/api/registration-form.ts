import { isObject, readText, unwrap, type VendorData } from './vendor-response.js';

/** A registration form of the account. */
export interface RegistrationForm {
  /** Id of the form, for the room parameter `formId`. */
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
    id: readText(data['id']),
    name: readText(data['name']),
    type: readText(data['type']),
    embedCode: isObject(embed) ? readText(embed['code']) : '',
    vendorData: data,
  };
}
