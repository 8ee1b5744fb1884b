import { invalidOption } from './api-error.js';
import {
  exchangeCode,
  readRedirect,
  refresh,
  startAuthorization,
  type StartedAuthorization,
} from './authorization-code.js';
import type { Credentials } from './credentials.js';
import type { FormFields } from './form.js';
import { PersonalLink, writePersonalLink, type PersonalLinkParameters } from './personal-link.js';
import { listRooms, type RoomListOptions } from './room-list.js';
import { writeRoom, type RoomParameters } from './room-parameters.js';
import { Room } from './room.js';
import { logIn } from './server-login.js';
import { Session } from './session.js';
import { MemoryTokenStore, type TokenStore } from './tokens.js';
import { Transport, type TransportOptions } from './transport.js';
import { unwrapObject, type VendorData } from './vendor-answer.js';
import { VENDOR_NAMES, writeFields } from './vendor-names.js';

/** What a client needs. */
export interface LivewebinarClientOptions extends Credentials, TransportOptions {
  /** Where the tokens are kept; in memory if left out. */
  tokenStore?: TokenStore;
  /** The vendor's authorise page; `https://app.livewebinar.com/auth/oauth2/authorize` if left out (A). */
  authorizeUrl?: string;
}

/** What every call takes. */
export interface CallOptions {
  /** Ends the call; it then rejects with the signal's reason. */
  signal?: AbortSignal;
}

const AUTHORIZE_URL = 'https://app.livewebinar.com/auth/oauth2/authorize';

/**
 * A client of LiveWebinar's HTTP API, for one user or application. For servers only.
 *
 * Every method rejects with a {@link LivewebinarApiError}. Where a method gives `VendorData`, the vendor
 * contract knows nothing of the answer: it is given as it came.
 *
 * @example
 * const livewebinar = new LivewebinarClient({ clientId, clientSecret });
 * const room = await livewebinar.createRoom({
 *   name: 'Open day',
 *   start: '2026-10-25T18:00',
 *   timeZone: 'Europe/Warsaw',
 *   duration: 60,
 * });
 * buildRoomUrl(room.toRoomLink('host'));
 */
export class LivewebinarClient {
  readonly #credentials: Credentials;
  readonly #authorizeUrl: string;
  readonly #transport: Transport;
  readonly #session: Session;
  readonly #usedStates = new Set<string>();

  /** @throws {LivewebinarApiError} `invalid-option`. */
  constructor(options: LivewebinarClientOptions) {
    if (!options.clientId) throw invalidOption('clientId', 'is missing: see registerApplication');
    if (!options.clientSecret) {
      throw invalidOption('clientSecret', 'is missing: see registerApplication');
    }
    const { tokenStore = new MemoryTokenStore(), authorizeUrl = AUTHORIZE_URL } = options;
    this.#credentials = options;
    this.#authorizeUrl = authorizeUrl;
    this.#transport = new Transport(options);
    this.#session = new Session(this.#transport, tokenStore, (tokens) =>
      options.redirectUri
        ? refresh(this.#transport, options, tokens)
        : logIn(this.#transport, options),
    );
  }

  /**
   * Starts the authorisation of a user (vendor contract: A). Needs `redirectUri`.
   *
   * @throws {LivewebinarApiError} `invalid-option`.
   */
  startAuthorization(): StartedAuthorization {
    return startAuthorization(this.#credentials, this.#authorizeUrl);
  }

  /**
   * Ends the authorisation of a user: checks the redirect, fetches the tokens and stores them.
   *
   * @param redirect The address the user came back to, with its query.
   * @param state The one `startAuthorization` returned, from this user's session. It works once.
   */
  async finishAuthorization(redirect: string | URL, state: string): Promise<void> {
    const code = readRedirect(redirect, state, this.#usedStates);
    await this.#session.adopt(await exchangeCode(this.#transport, this.#credentials, code));
  }

  /** Says whose tokens these are (vendor contract: A). */
  async me({ signal }: CallOptions = {}): Promise<VendorData> {
    return unwrapObject(await this.#session.send({ method: 'GET', path: '/me', signal }), 'user');
  }

  /**
   * Changes a user (vendor contract: A).
   *
   * @param fields Under the vendor's names, which the contract does not know.
   */
  async updateUser(
    userId: string | number,
    fields: FormFields,
    { signal }: CallOptions = {},
  ): Promise<VendorData> {
    const path = `/users/${checkId('userId', userId)}`;
    return unwrapObject(await this.#session.send({ method: 'PUT', path, fields, signal }), 'user');
  }

  /** Makes a room (vendor contract: A, its parameters B). Never sent twice. */
  async createRoom(
    room: RoomParameters & { name: string },
    { signal }: CallOptions = {},
  ): Promise<Room> {
    const fields = writeRoom(room);
    return new Room(await this.#session.send({ method: 'POST', path: '/widgets', fields, signal }));
  }

  /**
   * Lists the rooms, as many as there are (vendor contract: B).
   *
   * They come in pages while one reads: to delete or make rooms on the way, read them all before.
   *
   * @example
   * for await (const room of livewebinar.rooms()) console.log(room.name);
   */
  rooms(options: RoomListOptions & CallOptions = {}): AsyncGenerator<Room, void, undefined> {
    const { signal } = options;
    return listRooms(
      (query) => this.#session.send({ method: 'GET', path: '/widgets', query, signal }),
      options,
    );
  }

  /** Reads a room (vendor contract: A). */
  async room(roomId: string | number, { signal }: CallOptions = {}): Promise<Room> {
    return new Room(await this.#session.send({ method: 'GET', path: roomPath(roomId), signal }));
  }

  /** Changes a room (vendor contract: A). */
  async updateRoom(
    roomId: string | number,
    room: RoomParameters,
    { signal }: CallOptions = {},
  ): Promise<Room> {
    const call = {
      method: 'PUT',
      path: roomPath(roomId),
      fields: writeRoom(room),
      signal,
    } as const;
    return new Room(await this.#session.send(call));
  }

  /** Deletes a room (vendor contract: A). */
  async deleteRoom(roomId: string | number, { signal }: CallOptions = {}): Promise<void> {
    await this.#session.send({ method: 'DELETE', path: roomPath(roomId), signal });
  }

  /** Opens a disabled room again: the opposite of what is known of `disableRoom` (vendor contract: ?). */
  enableRoom(roomId: string | number, options?: CallOptions): Promise<Room> {
    return this.updateRoom(roomId, { status: 'active' }, options);
  }

  /** Disables a room, as the vendor's plugin does (vendor contract: B). */
  disableRoom(roomId: string | number, options?: CallOptions): Promise<Room> {
    return this.updateRoom(roomId, { status: 'inactive' }, options);
  }

  /** Makes a way into a room for one person (vendor contract: A). Never sent twice. */
  async createPersonalLink(
    room: Pick<Room, 'id' | 'licenseKey'>,
    link: PersonalLinkParameters,
    { signal }: CallOptions = {},
  ): Promise<PersonalLink> {
    const path = `${roomPath(room.id)}/personal`;
    const fields = writePersonalLink(link);
    return new PersonalLink(
      room.licenseKey,
      await this.#session.send({ method: 'POST', path, fields, signal }),
    );
  }

  /**
   * Registers a person for a room (vendor contract: C). Never sent twice.
   *
   * @param registrant `sendConfirmation`: LiveWebinar sends an e-mail. `vendorFields`: the fields of the
   *   room's registration form under the vendor's names.
   */
  async createRegistrant(
    roomId: string | number,
    registrant: { sendConfirmation?: boolean; vendorFields?: FormFields },
    { signal }: CallOptions = {},
  ): Promise<VendorData> {
    const path = `${roomPath(roomId)}/registrants`;
    const { vendorFields, ...values } = registrant;
    const fields = writeFields(VENDOR_NAMES.registrant, values, vendorFields);
    return unwrapObject(
      await this.#session.send({ method: 'POST', path, fields, signal }),
      'registrant',
    );
  }
}

const roomPath = (roomId: string | number): string => `/widgets/${checkId('roomId', roomId)}`;

/** An id from an address of one's own site may not lead to another address of the API. */
function checkId(option: string, id: string | number): string {
  if (!/^[\w-]+$/.test(String(id))) throw invalidOption(option, 'is not an id');
  return String(id);
}
