import type { FormFields } from './form.js';
import { checkTimeZone, writeStart } from './start-time.js';
import { VENDOR_NAMES, writeFields } from './vendor-names.js';

/** What a room is made or changed with (vendor contract: B). What is left out stays as it is. */
export interface RoomParameters {
  name?: string;
  /** What attendees are asked for; `''` for none. */
  password?: string;
  /**
   * When it starts: an instant, or a wall clock of `timeZone` such as `2026-10-25T18:00`. A `Date` in
   * the hour that clocks go back in is sent in UTC, where it is one instant.
   */
  start?: Date | string;
  /** IANA name of the zone, such as `Europe/Warsaw`; `UTC` with a `Date`, needed with a wall clock. */
  timeZone?: string;
  /** Minutes. */
  duration?: number;
  agenda?: string;
  /** Lets people in at the time of the event only. */
  strictEvent?: boolean;
  /** Registrants wait for a confirmation by hand. */
  confirmRegistrants?: boolean;
  /** People wait until the host lets them in. */
  waitingRoom?: boolean;
  /** `id` of the registration form. */
  formId?: string | number;
  /** Takes the place of the room token in addresses. */
  customName?: string;
  status?: 'active' | 'inactive';
  /** Further parameters under the vendor's names; they may not override the ones above. */
  vendorFields?: FormFields;
}

/** Writes the parameters of a room under the vendor's names. */
export function writeRoom(room: RoomParameters): FormFields {
  const { start, waitingRoom, vendorFields, ...values } = room;
  checkTimeZone(room.timeZone);
  return writeFields(
    VENDOR_NAMES.room,
    {
      ...values,
      ...(start !== undefined && { type: 'scheduled', ...writeStart(start, room.timeZone) }),
      ...(waitingRoom !== undefined && { waitingRoom: waitingRoom ? 'locked' : 'unlocked' }),
    },
    vendorFields,
  );
}
