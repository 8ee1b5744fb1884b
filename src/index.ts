import './define.js';

export { registerTranslation } from '@shoelace-style/localize';
export * from './events.js';
export { LivewebinarRoom } from './livewebinar-room.js';
export type { Translation } from './translations/translation.js';
export * from './url/index.js';
