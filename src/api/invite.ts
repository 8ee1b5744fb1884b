import { checkProperties, checkString, checkText, checkOneOf } from './check-argument.js';
import type { FormFields } from './form.js';
import { VENDOR_NAMES, writeFields } from './vendor-names.js';

/** The person to invite. */
export interface InviteParameters {
  email: string;
  firstName?: string;
  lastName?: string;
  role?: 'attendee' | 'presenter' | 'moderator';
  /** Further parameters, with LiveWebinar's names. */
  vendorFields?: FormFields;
}

/**
 * Checks the person of an invite or a personal link.
 *
 * @throws {LivewebinarApiError} `invalid-option` if a value is missing or invalid.
 */
export function checkPerson(person: Omit<InviteParameters, 'vendorFields'>): void {
  checkProperties('person', person, {
    firstName: checkString,
    lastName: checkString,
    role: checkOneOf('attendee', 'presenter', 'moderator'),
  });
  checkText('email', person.email);
}

/** Converts the parameters of an invite to the vendor's form fields. */
export function writeInvite(person: InviteParameters): FormFields {
  checkPerson(person);
  const { vendorFields, ...values } = person;
  return writeFields(VENDOR_NAMES.invite, values, vendorFields);
}
