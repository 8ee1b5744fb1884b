import { invalidOption } from './api-error.js';
import { checkIds, checkObject, checkText } from './check-argument.js';
import type { FormFields } from './form.js';
import { VENDOR_NAMES, writeFields } from './vendor-names.js';
import {
  invalidResponse,
  isObject,
  readText,
  unwrap,
  unwrapObject,
  type VendorData,
} from './vendor-response.js';

/** Maximum number of tokens that LiveWebinar creates at once. */
const MAX_AMOUNT = 300;

/** Parameters of a group of event tokens. */
export interface EventTokenParameters {
  /** Name of the group, for the organizer. */
  name: string;
  /** Ids of the rooms to which the tokens admit. */
  roomIds: readonly (string | number)[];
  /** Number of tokens to create, 1 to 300. */
  amount: number;
}

/**
 * A group of event tokens. Each token admits one attendee to a password-protected room; pass it as
 * `passwordToken`. It is safe to log: its JSON does not contain the tokens.
 *
 * @example
 * const { tokens } = await livewebinar.createEventTokens({ name: 'Guests', roomIds: [room.id], amount: 2 });
 * buildRoomUrl({ ...room.toRoomLink(), passwordToken: tokens[0] });
 * // 'https://app.livewebinar.com/123-123-123?_password_token=a1b2c3'
 */
export class EventTokens {
  /** Id of the group. */
  readonly id: string;
  readonly #data: VendorData;

  /** @throws {LivewebinarApiError} `invalid-response` if the id is empty. */
  constructor(id: string, data: VendorData) {
    if (!id) throw invalidResponse("LiveWebinar's response contains no group of event tokens.");
    this.id = id;
    this.#data = data;
  }

  /** The tokens that the call created. May be empty in the result of `listEventTokens`. */
  get tokens(): string[] {
    const list = unwrap(this.#data['tokens']);
    if (!Array.isArray(list)) return [];
    return list.map((item) => (isObject(item) ? readText(item['token']) : '')).filter(Boolean);
  }

  /** Everything LiveWebinar sent, with LiveWebinar's names. */
  get vendorData(): VendorData {
    return this.#data;
  }
}

/** Converts the parameters of a group to the vendor's form fields. */
export function writeEventTokens(group: EventTokenParameters): FormFields {
  checkObject('group', group);
  const { name, roomIds, amount } = group;
  checkText('name', name);
  checkIds('roomIds', roomIds);
  if (roomIds.length === 0) throw invalidOption('roomIds', 'must contain at least one id');
  return writeFields(VENDOR_NAMES.eventTokens, { name, roomIds, amount: checkAmount(amount) });
}

/** @throws {LivewebinarApiError} `invalid-option` if the amount is not a whole number from 1 to 300. */
export function checkAmount(amount: number): number {
  if (!Number.isInteger(amount) || amount < 1 || amount > MAX_AMOUNT) {
    throw invalidOption('amount', `must be a whole number from 1 to ${MAX_AMOUNT}`);
  }
  return amount;
}

/**
 * Reads the group of a response that created tokens.
 *
 * @param groupId Id of the group to which the tokens were added, if it existed before.
 * @throws {LivewebinarApiError} `invalid-response` if the response contains no tokens.
 */
export function readEventTokens(response: unknown, groupId = ''): EventTokens {
  const data = unwrapObject(response, 'group of event tokens');
  const group = new EventTokens(readText(data['id']) || groupId, data);
  if (group.tokens.length > 0) return group;
  throw invalidResponse("LiveWebinar's response contains no event tokens.");
}

/** Reads the groups of a room, which are at the top level of the response, not in `data`. */
export function readEventTokenList(response: unknown): EventTokens[] {
  const list = isObject(response) ? response['widgets_user_tokens'] : undefined;
  if (!Array.isArray(list)) {
    throw invalidResponse("LiveWebinar's response contains no list of event tokens.");
  }
  return list.filter(isObject).flatMap((data) => {
    const id = readText(data['user_widget_token_id']);
    return id ? new EventTokens(id, data) : [];
  });
}
