/** Origin of the vendor's embed script. */
export const EMBED_ORIGIN = 'https://embed.livewebinar.com';

/** Origin of the vendor's direct room URLs. */
export const ROOM_ORIGIN = 'https://app.livewebinar.com';

/** Query keys by which the element recognizes its own embed scripts. */
export const LICENSE_KEY = '_license_key';
export const CONTAINER_KEY = '_widget_containerID';

/** Path of the script that the embed script adds. See "The embed script" in `docs/vendor-contract.md`. */
export const SECOND_SCRIPT_PATH = '/widget/wea/wea.min.js';

/** `id` of the container that the element creates if the page does not name one. */
export const CONTAINER_ID = 'livewebinar-room-container';

const VENDOR_HOST = /(^|\.)(livewebinar|archiebot)\.com$/;
const ROOM_HOST = /^((app\.)?livewebinar|app\.html5meeting)\.com$/;

/** Returns whether a host belongs to the vendor, so that scripts and rooms may be loaded from it. */
export const isVendorHost = (host: string): boolean => VENDOR_HOST.test(host);

/** Returns whether the vendor serves direct room URLs from a host. */
export const isVendorRoomHost = (host: string): boolean => ROOM_HOST.test(host);
