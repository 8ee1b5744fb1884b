import { textOf, type VendorData } from './vendor-response.js';

/** A presenter of the account. */
export interface Presenter {
  /** For the room parameter `presenters`. */
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Everything LiveWebinar sent, with LiveWebinar's names. */
  readonly vendorData: VendorData;
}

export const readPresenter = (data: VendorData): Presenter => ({
  id: textOf(data['id']),
  firstName: textOf(data['first_name']),
  lastName: textOf(data['last_name']),
  vendorData: data,
});
