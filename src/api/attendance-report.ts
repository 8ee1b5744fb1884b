import { unwrapObject, readUrl, type VendorData } from './vendor-response.js';

/** The attendance report of a room, an Excel file. */
export interface AttendanceReport {
  readonly isReady: boolean;
  /** URL of the file; `''` while it is not ready. */
  readonly url: string;
  /** Everything LiveWebinar sent, with LiveWebinar's names. */
  readonly vendorData: VendorData;
}

/** @throws {LivewebinarApiError} `invalid-response` if the response contains no report. */
export function readAttendanceReport(response: unknown): AttendanceReport {
  const data = unwrapObject(response, 'report');
  return { isReady: Boolean(data['is_ready']), url: readUrl(data['url']), vendorData: data };
}
