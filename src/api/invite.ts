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

/** Converts the parameters of an invite to the vendor's form fields. */
export const writeInvite = ({ vendorFields, ...values }: InviteParameters): FormFields =>
  writeFields(VENDOR_NAMES.invite, values, vendorFields);
