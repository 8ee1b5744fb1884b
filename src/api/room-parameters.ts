import { invalidOption } from './api-error.js';
import type { FormFields } from './form.js';
import {
  checkBoolean,
  checkId,
  checkIds,
  checkProperties,
  checkString,
  checkText,
  checkOneOf,
  type Check,
} from './check-argument.js';
import { checkFuture, isTimeZone, writeStart } from './start-time.js';
import { VENDOR_NAMES, writeFields } from './vendor-names.js';
import { readUrl } from './vendor-response.js';

/** The ids of LiveWebinar's room templates. */
const TEMPLATE_IDS = { webinar: 0, meeting: 3 } as const;

/** Parameters of a room. An update does not change omitted parameters. */
export interface RoomParameters {
  /** Name of the room. LiveWebinar may require it in an update too. */
  name?: string;
  /** Type of the room; `scheduled` by default if there is a `start`. */
  type?: 'scheduled' | 'permanent';
  /** Password that attendees have to enter; `''` removes it. */
  password?: string;
  /**
   * Start of the room: a `Date`, or local time in `timeZone` such as `2026-10-25T18:00`. Local times in a DST
   * gap are rejected; a `Date` in a repeated hour is sent as UTC. A start that is more than a minute in the
   * past is rejected unless `allowPast` is set.
   */
  start?: Date | string;
  /** Accepts a start in the past. Not sent to LiveWebinar. */
  allowPast?: boolean;
  /** IANA time zone such as `Europe/Warsaw`. Required for a local time; `UTC` by default for a `Date`. */
  timeZone?: string;
  /** Duration in minutes, below 720. */
  duration?: number;
  /** Description of the event, as HTML. */
  agenda?: string;
  /** Admits attendees only from 60 minutes before the start to 60 minutes after it. */
  strictEvent?: boolean;
  /** Requires registrants to be confirmed manually. */
  confirmRegistrants?: boolean;
  /** Whether the room is locked when it starts. */
  lockState?: 'locked' | 'unlocked';
  /** Mode in which the room starts. */
  mode?: 'discussion' | 'presentation' | 'qa' | 'classroom';
  /** Number of the layout that the room starts with. */
  layout?: 1 | 2 | 3 | 4 | 5 | 6;
  /** Template with which the room starts. */
  template?: keyof typeof TEMPLATE_IDS;
  /** URL of the page that attendees see after the event. */
  thankYouPageUrl?: string;
  /** Sends attendees an e-mail after the event. */
  thankYouEmail?: boolean;
  /** Turns off LiveWebinar's e-mails about this room. */
  disableNotifications?: boolean;
  /** Ids of presenters, from `listPresenters`. */
  presenters?: readonly (string | number)[];
  /** Id of the registration form, from `listForms`; `null` detaches the form. */
  formId?: string | number | null;
  /** Replaces the license key in URLs. */
  customName?: string;
  /** Whether the room is enabled. */
  status?: 'active' | 'inactive';
  /** Further parameters, with LiveWebinar's names. They cannot override the ones above. */
  vendorFields?: FormFields;
}

const checkTimeZone: Check = (option, value) => {
  if (!isTimeZone(value)) {
    throw invalidOption(option, 'must be an IANA time zone, such as "Europe/Warsaw"');
  }
};

const checkDuration: Check = (option, value) => {
  if (typeof value !== 'number' || !(value > 0 && value < Infinity)) {
    throw invalidOption(option, 'must be a number of minutes above 0');
  }
};

const checkPageUrl: Check = (option, value) => {
  if (value !== '' && !readUrl(value)) throw invalidOption(option, 'must be an http(s) URL');
};

const checkFormId: Check = (option, value) => {
  if (value !== null) checkId(option, value);
};

/** The check of each parameter. `writeStart` checks `start`, `writeFields` checks `vendorFields`. */
const CHECKS: Readonly<Record<Exclude<keyof RoomParameters, 'start' | 'vendorFields'>, Check>> = {
  name: checkText,
  type: checkOneOf('scheduled', 'permanent'),
  password: checkString,
  allowPast: checkBoolean,
  timeZone: checkTimeZone,
  duration: checkDuration,
  agenda: checkString,
  strictEvent: checkBoolean,
  confirmRegistrants: checkBoolean,
  lockState: checkOneOf('locked', 'unlocked'),
  mode: checkOneOf('discussion', 'presentation', 'qa', 'classroom'),
  layout: checkOneOf(1, 2, 3, 4, 5, 6),
  template: checkOneOf(...Object.keys(TEMPLATE_IDS)),
  thankYouPageUrl: checkPageUrl,
  thankYouEmail: checkBoolean,
  disableNotifications: checkBoolean,
  presenters: checkIds,
  formId: checkFormId,
  customName: checkString,
  status: checkOneOf('active', 'inactive'),
};

/**
 * Converts the parameters of a room to the vendor's form fields.
 *
 * @param option Name of the argument, for errors.
 * @throws {LivewebinarApiError} `invalid-option` if a parameter is invalid.
 */
export function writeRoom(option: string, room: RoomParameters): FormFields {
  checkProperties(option, room, CHECKS);
  const { start, allowPast = false, template, formId, vendorFields, ...values } = room;
  const schedule = start !== undefined && writeStart(start, room.timeZone);
  if (schedule && !allowPast) checkFuture(start, room.timeZone);
  return writeFields(
    VENDOR_NAMES.room,
    {
      ...(schedule && { type: 'scheduled' }),
      ...values,
      ...schedule,
      template: template && TEMPLATE_IDS[template],
      ...(formId !== null && { formId }),
    },
    // LiveWebinar detaches the form if `form` is empty.
    formId === null ? { form: '', ...vendorFields } : vendorFields,
  );
}
