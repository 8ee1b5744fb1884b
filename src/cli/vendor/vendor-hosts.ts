import { EMBED_ORIGIN, ROOM_ORIGIN } from '../../url/vendor-constants.js';

/** Where LiveWebinar serves what the contract describes. */
export interface VendorHosts {
  readonly embed: string;
  readonly formerEmbed: string;
  readonly room: string;
  readonly website: string;
  readonly api: string;
}

export const VENDOR_HOSTS: VendorHosts = {
  embed: EMBED_ORIGIN,
  formerEmbed: 'https://embed.archiebot.com',
  room: ROOM_ORIGIN,
  website: 'https://livewebinar.com',
  api: 'https://api.archiebot.com',
};

/** A vendor with one origin for everything: the stand-in, or a white label. */
export const hostsAt = (origin: string): VendorHosts => ({
  embed: origin,
  formerEmbed: origin,
  room: origin,
  website: origin,
  api: origin,
});
