import type { FormFields } from './form.js';
import { VENDOR_NAMES, writeFields } from './vendor-names.js';

/** The person that an invite is sent to. */
export interface InviteParameters {
  email: string;
  firstName?: string;
  lastName?: string;
  role?: 'attendee' | 'presenter' | 'moderator';
  /** Further parameters, with the vendor's names. */
  vendorFields?: FormFields;
}

/** Writes the parameters of an invite with the vendor's names. */
export const writeInvite = ({ vendorFields, ...values }: InviteParameters): FormFields =>
  writeFields(VENDOR_NAMES.invite, values, vendorFields);
