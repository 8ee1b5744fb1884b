import { invalidOption } from './api-error.js';
import { readAttendanceReport, type AttendanceReport } from './attendance-report.js';
import {
  exchangeCode,
  readRedirect,
  refreshTokens,
  startAuthorization,
  type StartedAuthorization,
} from './authorization-code.js';
import { AuthorizedClient } from './authorized-client.js';
import {
  checkBoolean,
  checkCallOptions,
  checkCount,
  checkId,
  checkMethods,
  checkObject,
  checkProperties,
  checkString,
  checkText,
} from './check-argument.js';
import type { Credentials } from './credentials.js';
import {
  checkAmount,
  readEventTokenList,
  readEventTokens,
  writeEventTokens,
  type EventTokenParameters,
  type EventTokens,
} from './event-tokens.js';
import type { ApiRequest } from './encode-request.js';
import type { FormFields } from './form.js';
import { writeInvite, type InviteParameters } from './invite.js';
import { PersonalLink, writePersonalLink, type PersonalLinkParameters } from './personal-link.js';
import { readPresenter, type Presenter } from './presenter.js';
import { readRecording, type Recording } from './recording.js';
import { Registrant } from './registrant.js';
import { readRegistrationForm, type RegistrationForm } from './registration-form.js';
import { listRooms, type RoomListOptions } from './room-list.js';
import { writeRoom, type RoomParameters } from './room-parameters.js';
import { Room } from './room.js';
import { logIn } from './server-login.js';
import { MemoryTokenStore, type TokenStore } from './token-store.js';
import { Transport, type TransportOptions } from './transport.js';
import {
  invalidResponse,
  readText,
  unwrapList,
  unwrapObject,
  type VendorData,
} from './vendor-response.js';
import { VENDOR_NAMES, writeFields } from './vendor-names.js';

/** Options of a {@link LivewebinarClient}. */
export interface LivewebinarClientOptions extends Credentials, TransportOptions {
  /** Store for the tokens; in memory by default. */
  tokenStore?: TokenStore;
  /** URL of LiveWebinar's authorize page; `https://app.livewebinar.com/auth/oauth2/authorize` by default. */
  authorizeUrl?: string;
}

/** Options of every call. */
export interface CallOptions {
  /** Aborts the call, which then rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** A room, or its id. */
export type RoomOrId = string | number | Pick<Room, 'id'>;

const AUTHORIZE_URL = 'https://app.livewebinar.com/auth/oauth2/authorize';

/**
 * A client of LiveWebinar's HTTP API, for one user or application. For servers only.
 *
 * A call that fails rejects with a {@link LivewebinarApiError}. Methods that return {@link VendorData} return
 * LiveWebinar's data, whose shape is not documented. What is known about each call is in
 * docs/vendor-contract.md. Calls that create something are retried only after a 429.
 *
 * @example
 * const livewebinar = new LivewebinarClient({ clientId, clientSecret });
 * const room = await livewebinar.createRoom({
 *   name: 'Open day',
 *   start: '2030-10-25T18:00',
 *   timeZone: 'Europe/Warsaw',
 *   duration: 60,
 * });
 * buildRoomUrl(room.toRoomLink()); // 'https://app.livewebinar.com/123-123-123'
 */
export class LivewebinarClient {
  readonly #credentials: Credentials;
  readonly #authorizeUrl: string;
  readonly #transport: Transport;
  readonly #api: AuthorizedClient;
  readonly #usedStates = new Set<string>();

  /** @throws {LivewebinarApiError} `invalid-option` if an option is missing or invalid. */
  constructor(options: LivewebinarClientOptions) {
    checkProperties('options', options, {
      clientId: checkString,
      clientSecret: checkString,
      redirectUri: checkString,
      tokenStore: checkMethods('load', 'save'),
    });
    for (const name of ['clientId', 'clientSecret'] as const) {
      if (!options[name]) throw invalidOption(name, 'is missing: see registerApplication');
    }
    const { tokenStore = new MemoryTokenStore(), authorizeUrl = AUTHORIZE_URL } = options;
    this.#credentials = options;
    this.#authorizeUrl = authorizeUrl;
    this.#transport = new Transport(options);
    this.#api = new AuthorizedClient(this.#transport, tokenStore, (tokens) =>
      options.redirectUri
        ? refreshTokens(this.#transport, options, tokens)
        : logIn(this.#transport, options),
    );
  }

  /**
   * Starts the authorization of a user. Requires the option `redirectUri`.
   *
   * @throws {LivewebinarApiError} `invalid-option` if `redirectUri` is missing, or a URL is invalid.
   */
  startAuthorization(): StartedAuthorization {
    return startAuthorization(this.#credentials, this.#authorizeUrl);
  }

  /**
   * Finishes the authorization of a user: checks the redirect, requests the tokens and stores them.
   *
   * @param redirect The URL that the user was redirected to, with its query.
   * @param state The state that `startAuthorization` returned, from this user's session. It works once.
   * @throws {LivewebinarApiError} `authorization-refused`, `state-mismatch`, or `invalid-option` if the
   *   redirect is not a URL.
   */
  async finishAuthorization(redirect: string | URL, state: string): Promise<void> {
    const code = readRedirect(redirect, state, this.#usedStates);
    await this.#api.setTokens(await exchangeCode(this.#transport, this.#credentials, code));
  }

  /** Returns the user that the tokens belong to. */
  async getCurrentUser(options?: CallOptions): Promise<VendorData> {
    return unwrapObject(await this.#get('/me', options), 'user');
  }

  /** Returns LiveWebinar's information about the tokens in use. */
  async getAuthInfo(options?: CallOptions): Promise<VendorData> {
    return unwrapObject(await this.#get('/auth/info', options), 'authorization');
  }

  /** Lists the users of the account with a given e-mail address. */
  async listUsers(filter: { email: string }, options?: CallOptions): Promise<VendorData[]> {
    checkObject('filter', filter);
    const { email } = filter;
    checkText('email', email);
    return unwrapList(await this.#get('/users', options, { email }), 'users');
  }

  /** Searches the users of the account for a phrase. */
  async searchUsers(phrase: string, options?: CallOptions): Promise<VendorData[]> {
    checkText('phrase', phrase);
    return unwrapList(await this.#get('/users/search', options, { phrase }), 'users');
  }

  /**
   * Updates a user.
   *
   * @param fields Fields with LiveWebinar's names, such as `{ profile: { first_name: 'Ann' } }`.
   */
  async updateUser(
    userId: string | number,
    fields: FormFields,
    options?: CallOptions,
  ): Promise<VendorData> {
    const path = `/users/${checkId('userId', userId)}`;
    checkObject('fields', fields);
    return unwrapObject(await this.#put(path, fields, options), 'user');
  }

  /**
   * Creates a room.
   *
   * @example
   * await livewebinar.createRoom({ name: 'Open day', start: new Date('2030-10-25T16:00Z'), duration: 60 });
   */
  async createRoom(room: RoomParameters & { name: string }, options?: CallOptions): Promise<Room> {
    const fields = writeRoom('room', room);
    checkText('name', room.name);
    return new Room(await this.#post('/widgets', fields, options));
  }

  /**
   * Lists the rooms of the account. Rooms that LiveWebinar sends without id or token are omitted. The list ends after
   * 1,000 pages, or with a page that contains no new room. Pages are requested while you iterate, so iterate
   * to the end before you create or delete rooms.
   *
   * @example
   * for await (const room of livewebinar.listRooms()) console.log(room.name);
   */
  listRooms(options: RoomListOptions & CallOptions = {}): AsyncGenerator<Room, void, undefined> {
    return listRooms((query) => this.#get('/widgets', options, query), options);
  }

  /** Returns a room. */
  async getRoom(roomId: string | number, options?: CallOptions): Promise<Room> {
    return new Room(await this.#get(buildRoomApiPath(roomId), options));
  }

  /** Updates a room. Pass its `name` too: LiveWebinar may require it. */
  async updateRoom(
    room: RoomOrId,
    parameters: RoomParameters,
    options?: CallOptions,
  ): Promise<Room> {
    const fields = writeRoom('parameters', parameters);
    return new Room(await this.#put(buildRoomApiPath(room), fields, options));
  }

  /** Deletes a room. */
  async deleteRoom(room: RoomOrId, options?: CallOptions): Promise<void> {
    await this.#send({ method: 'DELETE', path: buildRoomApiPath(room) }, options);
  }

  /**
   * Enables a room that was disabled.
   *
   * @param room Its id, or the `Room`, which saves a request for its name.
   * @throws {LivewebinarApiError} `invalid-response` if LiveWebinar responds with another status.
   */
  enableRoom(room: RoomOrId, options?: CallOptions): Promise<Room> {
    return this.#setStatus(room, 'active', options);
  }

  /**
   * Disables a room. It remains in the account, but is not one of the `active` rooms that `listRooms` lists by
   * default.
   *
   * @param room Its id, or the `Room`, which saves a request for its name.
   * @throws {LivewebinarApiError} `invalid-response` if LiveWebinar responds with another status.
   */
  disableRoom(room: RoomOrId, options?: CallOptions): Promise<Room> {
    return this.#setStatus(room, 'inactive', options);
  }

  /**
   * Creates a link that admits one person to a room.
   *
   * @example
   * const link = await livewebinar.createPersonalLink(room, { email: 'ann@example.com', role: 'presenter' });
   * buildRoomUrl(link.toRoomLink()); // 'https://app.livewebinar.com/123-123-123/p/…'
   */
  async createPersonalLink(
    room: Pick<Room, 'id' | 'licenseKey'>,
    person: PersonalLinkParameters,
    options?: CallOptions,
  ): Promise<PersonalLink> {
    checkObject('room', room);
    checkText('licenseKey', room.licenseKey);
    const path = `${buildRoomApiPath(room)}/personal`;
    const response = await this.#post(path, writePersonalLink(person), options);
    return new PersonalLink(room.licenseKey, response);
  }

  /**
   * Registers a person for a room.
   *
   * @param registrant `sendConfirmation`: whether LiveWebinar sends an e-mail. `vendorFields`: the fields of
   *   the room's registration form, with LiveWebinar's names.
   */
  async createRegistrant(
    room: RoomOrId,
    registrant: { sendConfirmation?: boolean; vendorFields?: FormFields },
    options?: CallOptions,
  ): Promise<Registrant> {
    checkProperties('registrant', registrant, { sendConfirmation: checkBoolean });
    const { vendorFields, ...values } = registrant;
    const fields = writeFields(VENDOR_NAMES.registrant, values, vendorFields);
    const response = await this.#post(`${buildRoomApiPath(room)}/registrants`, fields, options);
    return new Registrant(unwrapObject(response, 'registrant'));
  }

  /** Lists the people who registered for a room. */
  async listRegistrants(room: RoomOrId, options?: CallOptions): Promise<Registrant[]> {
    const response = await this.#get(`${buildRoomApiPath(room)}/registrants`, options);
    return unwrapList(response, 'registrants').map((data) => new Registrant(data));
  }

  /** Sends an invite to a room. */
  async createInvite(
    room: RoomOrId,
    person: InviteParameters,
    options?: CallOptions,
  ): Promise<VendorData> {
    const path = `${buildRoomApiPath(room)}/invites/invite`;
    return unwrapObject(await this.#post(path, writeInvite(person), options), 'invite');
  }

  /** Lists the invites to a room. */
  async listInvites(room: RoomOrId, options?: CallOptions): Promise<VendorData[]> {
    return unwrapList(await this.#get(`${buildRoomApiPath(room)}/invites`, options), 'invites');
  }

  /** Lists the participants of a room. */
  async listParticipants(room: RoomOrId, options?: CallOptions): Promise<VendorData[]> {
    return unwrapList(
      await this.#get(`${buildRoomApiPath(room)}/participants`, options),
      'participants',
    );
  }

  /** Lists the presenters of a room. */
  async listRoomPresenters(room: RoomOrId, options?: CallOptions): Promise<Presenter[]> {
    const response = await this.#get(`${buildRoomApiPath(room)}/presenters`, options);
    return unwrapList(response, 'presenters').map(readPresenter);
  }

  /** Lists the presenters of the account, for the room parameter `presenters`. */
  async listPresenters(options?: CallOptions): Promise<Presenter[]> {
    return unwrapList(await this.#get('/presenters', options), 'presenters').map(readPresenter);
  }

  /**
   * Lists the registration forms of the account, for the room parameter `formId`.
   *
   * @param options `withEmbedCode`: also returns the HTML that embeds each form.
   */
  async listForms(
    options: { withEmbedCode?: boolean } & CallOptions = {},
  ): Promise<RegistrationForm[]> {
    checkProperties('options', options, { withEmbedCode: checkBoolean });
    const query = options.withEmbedCode ? { include: 'EmbedCode' } : {};
    return unwrapList(await this.#get('/forms', options, query), 'forms').map(readRegistrationForm);
  }

  /**
   * Creates a group of event tokens. Each token admits one attendee to password-protected rooms.
   *
   * @example
   * await livewebinar.createEventTokens({ name: 'Guests', roomIds: [room.id], amount: 20 });
   */
  async createEventTokens(
    group: EventTokenParameters,
    options?: CallOptions,
  ): Promise<EventTokens> {
    const fields = writeEventTokens(group);
    return readEventTokens(await this.#post('/account/widget_tokens', fields, options));
  }

  /**
   * Adds event tokens to a group.
   *
   * @param amount Number of tokens, 1 to 300.
   * @returns The group with the new tokens only.
   */
  async generateEventTokens(
    groupId: string | number,
    amount: number,
    options?: CallOptions,
  ): Promise<EventTokens> {
    const id = checkId('groupId', groupId);
    const path = `/account/widget_tokens/items/generate/${id}`;
    const fields = { [VENDOR_NAMES.eventTokens.amount]: checkAmount(amount) };
    return readEventTokens(await this.#post(path, fields, options), id);
  }

  /** Lists the groups of event tokens of a room. Whether the response contains the tokens is not documented. */
  async listEventTokens(room: RoomOrId, options?: CallOptions): Promise<EventTokens[]> {
    const path = `/account/widget_user_tokens/${readRoomId(room)}`;
    return readEventTokenList(await this.#get(path, options));
  }

  /** Deletes a group of event tokens. Its tokens no longer admit anyone. */
  async deleteEventTokens(groupId: string | number, options?: CallOptions): Promise<void> {
    const path = `/account/widget_tokens/${checkId('groupId', groupId)}`;
    await this.#send({ method: 'DELETE', path }, options);
  }

  /** Lists the recordings of a room, up to `limit`; 100 by default. */
  async listRecordings(
    room: RoomOrId,
    options: { limit?: number } & CallOptions = {},
  ): Promise<Recording[]> {
    checkProperties('options', options, { limit: checkCount });
    const { limit = 100 } = options;
    const response = await this.#get(`${buildRoomApiPath(room)}/recordings`, options, { limit });
    return unwrapList(response, 'recordings').map(readRecording);
  }

  /** Requests the attendance report of a room, which LiveWebinar then creates. */
  async requestAttendanceReport(room: RoomOrId, options?: CallOptions): Promise<void> {
    const fields = { widget_id: readRoomId(room), format: 'xls', type: 'event' };
    await this.#post('/reports', fields, options);
  }

  /** Returns the attendance report of a room. `isReady` is `false` until LiveWebinar has created it. */
  async getAttendanceReport(room: RoomOrId, options?: CallOptions): Promise<AttendanceReport> {
    const path = `/reports/widget/${readRoomId(room)}/event/xls`;
    return readAttendanceReport(await this.#get(path, options));
  }

  async #setStatus(
    room: RoomOrId,
    status: 'active' | 'inactive',
    options: CallOptions | undefined,
  ): Promise<Room> {
    const id = readRoomId(room);
    // LiveWebinar may require the name. An empty agenda, as in the vendor's plugin, would erase the room's agenda.
    const { name } = hasName(room) ? room : await this.getRoom(id, options);
    const updated = await this.updateRoom(id, { ...(name && { name }), status }, options);
    const actual = readText(updated.vendorData[VENDOR_NAMES.roomResponse.status]);
    if (actual === '' || actual === status) return updated;
    throw invalidResponse(`LiveWebinar did not change the status of the room to ${status}.`);
  }

  #get(path: string, options?: CallOptions, query: FormFields = {}): Promise<unknown> {
    return this.#send({ method: 'GET', path, query }, options);
  }

  #post(path: string, fields: FormFields, options?: CallOptions): Promise<unknown> {
    return this.#send({ method: 'POST', path, fields }, options);
  }

  #put(path: string, fields: FormFields, options?: CallOptions): Promise<unknown> {
    return this.#send({ method: 'PUT', path, fields }, options);
  }

  async #send(request: Omit<ApiRequest, 'signal'>, options?: CallOptions): Promise<unknown> {
    checkCallOptions(options);
    return this.#api.send({ ...request, signal: options?.signal });
  }
}

const readRoomId = (room: RoomOrId): string =>
  checkId('roomId', typeof room === 'object' && room !== null ? room.id : room);

const buildRoomApiPath = (room: RoomOrId): string => `/widgets/${readRoomId(room)}`;

const hasName = (room: unknown): room is { name: string } =>
  typeof room === 'object' && room !== null && 'name' in room && typeof room.name === 'string';
