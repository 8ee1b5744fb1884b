import './define.js';

export { LivewebinarError } from './errors.js';
export * from './events.js';
export { LivewebinarRoom } from './livewebinar-room.js';
export { registerTranslation } from './controllers/localize.js';
