/** A room, and the person who enters it. Tokens are opaque and case-sensitive. */
export interface RoomLink {
  /** License key of the room, also called room token: `123-123-123`, or the room's custom name. */
  licenseKey: string;
  /** Role token of a host or presenter. Anyone who has it can use it: keep it out of public pages. */
  roleToken?: string;
  /** Token of a personal link, which determines e-mail, name and role. */
  personalToken?: string;
  /** Token of one registrant. */
  registrantToken?: string;
  /** Access token of a password-protected room. */
  passwordToken?: string;
  /** Display name. */
  nickname?: string;
  /** Absolute http(s) URL of an image. */
  avatarUrl?: string;
  /** E-mail address. */
  email?: string;
}

/** The options of LiveWebinar's embed script. */
export interface EmbedOptions extends RoomLink {
  /** `id` of the container, the element in which the room appears. */
  containerId?: string;
  /** Width of the room in its container: a CSS length such as `100%`. */
  width?: string;
  /** Height of the room in its container: a CSS length such as `100vh`. */
  height?: string;
  /** Origin of the embed script. Defaults to `https://embed.livewebinar.com`. */
  embedOrigin?: string;
  /** Further options, by LiveWebinar's names, such as `{ _disable_target_top: '1' }`. */
  embedOptions?: Record<string, string>;
}

type LinkName = keyof RoomLink;
/** Name of an option whose value is a plain string. */
export type OptionName = Exclude<keyof EmbedOptions, 'embedOrigin' | 'embedOptions'>;

/** How one option is spelled in each kind of URL. */
export interface Option<Name extends OptionName = OptionName> {
  readonly name: Name;
  /** Query key of the embed script. */
  readonly embedKey: string;
  /** Query key of a direct room URL, if the option belongs in its query. */
  readonly linkKey?: string;
  /** Another key that parsers accept. */
  readonly alias?: string;
}

/** The options of a link, in the order in which URLs list them. */
export const LINK_OPTIONS: readonly Option<LinkName>[] = [
  { name: 'licenseKey', embedKey: '_license_key', alias: 't' },
  { name: 'roleToken', embedKey: '_role_token' },
  { name: 'personalToken', embedKey: '_personal_token' },
  // `_nick_name` is a misspelling in pasted snippets, not an option of the vendor.
  { name: 'nickname', embedKey: '_nickname', linkKey: '_nickname', alias: '_nick_name' },
  { name: 'avatarUrl', embedKey: '_avatar_url', linkKey: 'avatar_url' },
  { name: 'email', embedKey: '_email' },
  { name: 'registrantToken', embedKey: '_registrant_token', alias: '_registration_token' },
  { name: 'passwordToken', embedKey: '_password_token', linkKey: '_password_token' },
];

/** The options in the query of a room path: all but the license key and the role token. */
export const QUERY_OPTIONS = LINK_OPTIONS.slice(2);

/** Every option. The `PURE` annotation lets bundlers remove the list from code that only builds links. */
export const OPTIONS: readonly Option[] = /* @__PURE__ */ (
  LINK_OPTIONS as readonly Option[]
).concat(
  { name: 'containerId', embedKey: '_widget_containerID' },
  { name: 'width', embedKey: '_widget_width' },
  { name: 'height', embedKey: '_widget_height' },
);

/** Returns the name of the option with one of the vendor's keys, in any of its spellings. */
export const findName = <Name extends OptionName>(
  options: readonly Option<Name>[],
  key: string,
): Name | undefined =>
  options.find(
    ({ embedKey, linkKey, alias }) => key === embedKey || key === linkKey || key === alias,
  )?.name;
