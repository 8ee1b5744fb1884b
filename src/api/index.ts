import './server-only.js';

export {
  LivewebinarApiError,
  type LivewebinarApiErrorCode,
  type LivewebinarApiErrorDetails,
  type RedactedRequest,
} from './api-error.js';
export type { AttendanceReport } from './attendance-report.js';
export type { StartedAuthorization } from './authorization-code.js';
export {
  LivewebinarClient,
  type CallOptions,
  type LivewebinarClientOptions,
  type RoomOrId,
} from './client.js';
export type { Credentials } from './credentials.js';
export type { EventTokenParameters, EventTokens } from './event-tokens.js';
export type { FormFields, FormValue } from './form.js';
export type { InviteParameters } from './invite.js';
export type { PersonalLink, PersonalLinkParameters } from './personal-link.js';
export type { Presenter } from './presenter.js';
export type { Recording } from './recording.js';
export { registerApplication, type Application } from './register-application.js';
export type { Registrant } from './registrant.js';
export type { RegistrationForm } from './registration-form.js';
export type { Room, RoomRole } from './room.js';
export type { RoomListOptions } from './room-list.js';
export type { RoomParameters } from './room-parameters.js';
export { MemoryTokenStore, type TokenSet, type TokenStore } from './token-store.js';
export type { TransportOptions } from './transport.js';
export type { VendorData } from './vendor-response.js';
