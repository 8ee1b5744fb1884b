import { buildRoomPath, buildRoomUrl, type RoomLink } from '../../src/url/index.js';
import { isToken, SECRETS, withoutSecrets, type RoomOptions } from './settings.js';

export interface Link {
  readonly title: string;
  readonly text: string;
  /** Who may have it, if not everyone. */
  readonly note?: string;
}

/** Host of links whose second segment is a role token of 32 hex digits. */
const HEX_ROLE_ORIGIN = 'https://livewebinar.com';

/** Builds a direct link in the shape that LiveWebinar itself uses for its kind of token. */
function buildLink(room: RoomLink, origin = ''): string {
  const { roleToken = '', personalToken, registrantToken, ...person } = room;
  const isOfRole = !personalToken && !registrantToken;
  if (!isOfRole || !/^[\da-f]{32}$/i.test(roleToken)) return buildRoomUrl(room, { origin });
  const url = new URL(buildRoomUrl(person, { origin: origin || HEX_ROLE_ORIGIN }));
  return `${url.origin}${url.pathname}/${roleToken}${url.search}`;
}

/** Returns the direct link for attendees, which is the same for everyone. */
export function attendeeLink(options: RoomOptions): string {
  const { licenseKey, nickname = '', avatarUrl = '', roomOrigin = '' } = options;
  return buildRoomUrl({ licenseKey, nickname, avatarUrl }, { origin: roomOrigin });
}

/** Returns the direct link for the person that the options identify. */
export function personLink(options: RoomOptions): string {
  const { roomOrigin, ...room } = options;
  return buildLink(room, roomOrigin);
}

/**
 * Returns a link for each token in the options, after the attendee link. A pasted link is included if its
 * shape differs.
 *
 * @param shared Options of the attendee link, if they differ.
 */
export function writeLinks(
  options: RoomOptions,
  base: string,
  pastedUrl?: string,
  shared: RoomOptions = options,
): Link[] {
  const { roomOrigin = '', roleToken, personalToken, registrantToken } = options;
  const person = withoutSecrets(options);
  const links: Link[] = [{ title: 'Attendee link', text: attendeeLink(shared) }];
  if (roleToken) {
    links.push({
      title: 'Role link',
      text: buildLink({ ...person, roleToken }, roomOrigin),
      note: 'Only for the host or presenter: anyone who has this link gets the role.',
    });
  }
  if (personalToken) {
    links.push({
      title: 'Personal link',
      text: buildLink({ ...person, personalToken }, roomOrigin),
      note: 'Only for this person: anyone who has this link enters under that name.',
    });
  }
  if (registrantToken) {
    links.push({
      title: 'Registrant’s link',
      text: buildLink({ ...person, registrantToken }, roomOrigin),
      note: 'Only for this registrant: anyone who has this link enters under that name.',
    });
  }
  // A path cannot carry further options of the vendor.
  const secrets = secretsIn({ ...options, embedOptions: {} });
  if (pastedUrl && !links.some(({ text }) => text === pastedUrl)) {
    const note = `Contains a ${joinWords(secrets)}: only for the person it was sent to.`;
    links.push({
      title: 'The link you pasted',
      text: pastedUrl,
      ...(secrets.length > 0 && { note }),
    });
  }
  return [
    ...links,
    {
      title: 'Path on your own site',
      text: buildRoomPath(options, { base }),
      ...(secrets.length > 0 && {
        note: `Contains a ${joinWords(secrets)}: keep it out of public pages and messages.`,
      }),
    },
  ];
}

/** Names the tokens among the options. */
export function secretsIn(options: RoomOptions): string[] {
  const names = Object.keys(SECRETS) as (keyof typeof SECRETS)[];
  return [
    ...names.filter((name) => options[name]).map((name) => SECRETS[name]),
    ...Object.keys(options.embedOptions ?? {}).filter(isToken),
  ];
}

/** Joins words as in a sentence. */
export const joinWords = (words: string[]): string =>
  words.join(', ').replace(/, (?=[^,]*$)/, ' and a ');
