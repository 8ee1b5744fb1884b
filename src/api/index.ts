import './server-only.js';

export {
  LivewebinarApiError,
  type LivewebinarApiErrorCode,
  type RedactedRequest,
} from './api-error.js';
export type { StartedAuthorization } from './authorization-code.js';
export { LivewebinarClient, type CallOptions, type LivewebinarClientOptions } from './client.js';
export type { Credentials } from './credentials.js';
export type { FormFields, FormValue } from './form.js';
export type { PersonalLink, PersonalLinkParameters } from './personal-link.js';
export { registerApplication, type Application } from './register-application.js';
export type { Room, RoomRole } from './room.js';
export type { RoomListOptions } from './room-list.js';
export type { RoomParameters } from './room-parameters.js';
export { MemoryTokenStore, type TokenSet, type TokenStore } from './tokens.js';
export type { TransportOptions } from './transport.js';
export type { VendorData } from './vendor-answer.js';
