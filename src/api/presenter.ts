import { readText, type VendorData } from './vendor-response.js';

/** A presenter of the account. */
export interface Presenter {
  /** Id of the presenter, for the room parameter `presenters`. */
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Everything LiveWebinar sent, with LiveWebinar's names. */
  readonly vendorData: VendorData;
}

export const readPresenter = (data: VendorData): Presenter => ({
  id: readText(data['id']),
  firstName: readText(data['first_name']),
  lastName: readText(data['last_name']),
  vendorData: data,
});
