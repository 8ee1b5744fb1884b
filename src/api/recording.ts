import { readText, readUrl, type VendorData } from './vendor-response.js';

/** A recording of a room. */
export interface Recording {
  readonly name: string;
  /** URL at which the recording can be watched or downloaded; `''` if LiveWebinar sent none. */
  readonly url: string;
  /** Everything LiveWebinar sent, with LiveWebinar's names. */
  readonly vendorData: VendorData;
}

export const readRecording = (data: VendorData): Recording => ({
  name: readText(data['name']),
  url: readUrl(data['url']),
  vendorData: data,
});
