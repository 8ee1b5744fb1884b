/** Origin of the vendor's embed script. */
export const EMBED_ORIGIN = 'https://embed.livewebinar.com';

/** Origin of the vendor's direct room URLs. */
export const ROOM_ORIGIN = 'https://app.livewebinar.com';

/** Path of the script that the embed script adds. See `docs/vendor-contract.md`, section 3. */
export const SECOND_SCRIPT_PATH = '/widget/wea/wea.min.js';

/** `id` of the container that the element creates if the page does not name one. */
export const CONTAINER_ID = 'livewebinar-room-container';

const VENDOR_HOST = /(^|\.)(livewebinar|archiebot)\.com$/;
const ROOM_HOST = /^((app\.)?livewebinar|app\.html5meeting)\.com$/;

/** Whether a host is one of the vendor's: scripts and rooms may be loaded from it. */
export const isVendorHost = (host: string): boolean => VENDOR_HOST.test(host);

/** Whether the vendor serves direct room URLs from a host. */
export const isVendorRoomHost = (host: string): boolean => ROOM_HOST.test(host);
