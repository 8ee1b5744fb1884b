import './define.js';

export type { FeatureDiagnosis, RoomDiagnosis } from './diagnose.js';
export * from './events.js';
export type { RoomProperties } from './room-properties.js';
export { LivewebinarRoom } from './livewebinar-room.js';
export { registerTranslation } from './controllers/localize.js';
export type { Translation } from './translation.js';
export * from './url/index.js';
