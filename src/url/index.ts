export { LivewebinarError, type LivewebinarErrorCode } from '../errors.js';
export { parseEmbedCode } from './embed-code.js';
export { buildEmbedScriptUrl } from './embed-script-url.js';
export { findRoom } from './find-room.js';
export { buildHeadLinks, type HeadLink } from './head-links.js';
export { buildIframe, type IframeAttributes } from './iframe-attributes.js';
export type { EmbedOptions, RoomLink } from './options.js';
export { buildRoomPath, parseRoomPath } from './room-path.js';
export { buildRoomUrl, parseRoomUrl } from './room-url.js';
