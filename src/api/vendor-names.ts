import { invalidOption } from './api-error.js';
import { checkObject } from './check-argument.js';
import { flattenFields, type FormFields, type FormValue } from './form.js';

/**
 * The names of the API, in the order in which they are sent. The API calls a room a "widget". Nested names
 * use the syntax of forms, such as `form[id]`. What is known about each name is in docs/vendor-contract.md.
 */
export const VENDOR_NAMES = {
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
    lockState: 'autostart[lock_state]',
    mode: 'autostart[mode]',
    layout: 'autostart[initial_layout_id]',
    template: 'autostart[initial_template_id]',
    thankYouPageUrl: 'autostart[thankyou_page_url]',
    thankYouEmail: 'thank_you_email',
    disableNotifications: 'disable_all_notifications',
    presenters: 'presenters',
    formId: 'form[id]',
    customName: 'custom_name',
    status: 'status',
  },
  roomList: { limit: 'limit', scope: 'scope', sort: 'sort', order: 'order', page: 'page' },
  personalLink: { email: 'emails', role: 'role', firstName: 'firstname', lastName: 'lastname' },
  registrant: { sendConfirmation: 'send_confirmation' },
  invite: { email: 'email', firstName: 'first_name', lastName: 'last_name', role: 'role' },
  eventTokens: { name: 'name', roomIds: 'widgets_ids', amount: 'amount' },
  roomResponse: {
    id: 'id',
    name: 'name',
    licenseKey: 'token',
    start: 'start_date',
    duration: 'duration',
    timeZone: 'timezone',
    status: 'status',
    roleTokens: 'roles',
    roleUrls: 'hosted_at',
  },
  personalLinkResponse: { personalToken: 'personal_token', personalUrl: 'personal_url' },
} as const;

/**
 * Converts values to the vendor's form fields and appends fields that already have the vendor's names.
 *
 * @throws {LivewebinarApiError} `invalid-option` if one of `vendorFields` has a name in the table.
 */
export function writeFields<Name extends string>(
  names: Readonly<Record<Name, string>>,
  values: Readonly<Partial<Record<Name, FormValue>>>,
  vendorFields: FormFields = {},
): FormFields {
  checkObject('vendorFields', vendorFields);
  const pairs = Object.entries(names) as [Name, string][];
  // `flattenFields()` omits empty values, but these would still replace other values in the result.
  const fieldNames = [
    ...Object.keys(vendorFields),
    ...flattenFields(vendorFields).map(([name]) => name),
  ];
  for (const vendorName of fieldNames) {
    const [ours] = pairs.find(([, known]) => known === vendorName) ?? [];
    if (ours) throw invalidOption('vendorFields', `cannot set ${vendorName}: use ${ours} instead`);
  }
  const known = pairs.map(([ours, vendorName]) => [vendorName, values[ours]] as const);
  return { ...Object.fromEntries(known), ...vendorFields };
}
