/** Who enters which room. Every address of a room says some of this. Tokens are opaque and case-sensitive. */
export interface RoomLink {
  /** Room token such as `123-123-123`, or the room's custom name (vendor contract: A). */
  licenseKey: string;
  /** Role hash of a host or presenter (A). Whoever has it has the role: keep it out of public pages. */
  roleToken?: string;
  /** Token of a personal link; the room takes e-mail, name and role from it (A). */
  personalToken?: string;
  /** Token of one registrant (B). */
  registrantToken?: string;
  /** Access token of a password-protected room (B). */
  passwordToken?: string;
  /** Display name; any text (A). */
  nickname?: string;
  /** Absolute `http:` or `https:` address of an image (A). */
  avatarUrl?: string;
  /** E-mail address of the participant (C). */
  email?: string;
}

/** Everything the vendor's embed script can be asked for. */
export interface EmbedOptions extends RoomLink {
  /** `id` of the element that receives the room (B). */
  containerId?: string;
  /** Width of the room in its container: a CSS length such as `100%` (B). */
  width?: string;
  /** Height of the room in its container: a CSS length such as `100vh` (B). */
  height?: string;
  /** Where `/em` is; the vendor's own host if left out. */
  embedOrigin?: string;
  /** Further vendor options under the vendor's names, such as `{ _disable_target_top: '1' }` (B). */
  embedOptions?: Record<string, string>;
}

/** The vendor's embed host (B). */
export const EMBED_ORIGIN = 'https://embed.livewebinar.com';
/** The vendor's room host (A). */
export const ROOM_ORIGIN = 'https://app.livewebinar.com';

/** Name of an option of one participant's link, in this package's words. */
type LinkName = keyof RoomLink;
/** Name of an option that is a plain string. */
export type OptionName = Exclude<keyof EmbedOptions, 'embedOrigin' | 'embedOptions'>;

/**
 * One line of the table: our name, the query name at `/em`, the query name in a direct room URL if
 * that says the option in its query, another spelling that is understood when reading.
 */
export type Option<Name extends OptionName = OptionName> = readonly [
  name: Name,
  embed: string,
  room?: string | undefined,
  alias?: string,
];

/** What stands in the path of a link to one's own site, in this order. */
const PATH_OPTIONS: readonly Option<LinkName>[] = [
  // `t` repeats the room token (B, C).
  ['licenseKey', '_license_key', undefined, 't'],
  ['roleToken', '_role_token'],
];

/** What stands in the query of a link to one's own site. */
export const QUERY_OPTIONS: readonly Option<LinkName>[] = [
  ['personalToken', '_personal_token'],
  // `_nick_name` is a slip seen in pasted snippets: the vendor knows no such name, the author meant this.
  ['nickname', '_nickname', '_nickname', '_nick_name'],
  ['avatarUrl', '_avatar_url', 'avatar_url'],
  ['email', '_email'],
  // Older snippets say `_registration_token` (B, C).
  ['registrantToken', '_registrant_token', undefined, '_registration_token'],
  ['passwordToken', '_password_token', '_password_token'],
];

/**
 * The one table of names: ours, the embed script's, the direct URL's. Its order is the order in
 * which addresses are written. The two names of the avatar differ at the vendor (A, B).
 */
export const OPTIONS: readonly Option[] = [
  ...PATH_OPTIONS,
  ...QUERY_OPTIONS,
  ['containerId', '_widget_containerID'],
  ['width', '_widget_width'],
  ['height', '_widget_height'],
];

/** Finds our name of what the vendor calls so, in any spelling. */
export const findName = <Name extends OptionName>(
  options: readonly Option<Name>[],
  vendorName: string,
): Name | undefined => options.find((option) => option.includes(vendorName, 1))?.[0];
