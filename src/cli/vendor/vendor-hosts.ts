import { EMBED_ORIGIN, ROOM_ORIGIN } from '../../url/vendor-constants.js';

/** The origins at which LiveWebinar serves what the contract describes. */
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

/** Creates the hosts of a vendor with one origin for everything: the stand-in, or a white label. */
export const createHosts = (origin: string): VendorHosts => ({
  embed: origin,
  formerEmbed: origin,
  room: origin,
  website: origin,
  api: origin,
});
