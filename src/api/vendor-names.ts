import { invalidOption } from './api-error.js';
import { flattenFields, type FormFields, type FormValue } from './form.js';

/**
 * The one table of names: ours and the API's, in the order in which they are sent. The API says widget
 * for what this package calls a room. Nested names stand as they do in a form, `form[id]`.
 */
export const VENDOR_NAMES = {
  /** What a room is made or changed with (vendor contract: B). */
  room: {
    name: 'name',
    type: 'type',
    password: 'password',
    start: 'start_date',
    duration: 'duration',
    timeZone: 'timezone',
    agenda: 'agenda',
    strictEvent: 'strict_event',
    confirmRegistrants: 'manual_confirm_registrants',
    waitingRoom: 'autostart[lock_state]',
    formId: 'form[id]',
    customName: 'custom_name',
    status: 'status',
  },
  /** What rooms are listed by (B). Whether there are pages, and what they are asked by, is unknown (?). */
  list: { limit: 'limit', scope: 'scope', sort: 'sort', order: 'order', page: 'page' },
  /** What a personal link is made with (A). */
  personalLink: { email: 'emails', role: 'role', firstName: 'firstname', lastName: 'lastname' },
  /** What a registrant is made with (C). */
  registrant: { sendConfirmation: 'send_confirmation' },
  /** What a room comes back with (B). */
  roomAnswer: {
    id: 'id',
    name: 'name',
    licenseKey: 'token',
    start: 'start_date',
    timeZone: 'timezone',
    roleTokens: 'roles',
    roleUrls: 'hosted_at',
  },
  /** What a personal link comes back with (A). */
  personalLinkAnswer: { personalToken: 'personal_token', personalUrl: 'personal_url' },
} as const;

/**
 * Writes values under the vendor's names, then further fields that are under them already.
 *
 * @throws {LivewebinarApiError} `invalid-option` if a further field has a name of its own.
 */
export function writeFields<Name extends string>(
  names: Readonly<Record<Name, string>>,
  values: Readonly<Partial<Record<Name, FormValue>>>,
  vendorFields: FormFields = {},
): FormFields {
  const pairs = Object.entries(names) as [Name, string][];
  // The names of empty values too: they are not sent, but would take the place of ours.
  const further = flattenFields(vendorFields).map(([vendorName]) => vendorName);
  for (const vendorName of [...Object.keys(vendorFields), ...further]) {
    const [ours] = pairs.find(([, known]) => known === vendorName) ?? [];
    if (ours) throw invalidOption('vendorFields', `cannot set ${vendorName}: use ${ours}`);
  }
  const known = pairs.flatMap(([ours, vendorName]) =>
    values[ours] === undefined ? [] : [[vendorName, values[ours]] as const],
  );
  return { ...Object.fromEntries(known), ...vendorFields };
}
