import { buildRoomPath, buildRoomUrl } from '../../src/url/index.js';
import { isToken, SECRETS, withoutSecrets, type RoomOptions } from './settings.js';

export interface Link {
  readonly title: string;
  readonly text: string;
  /** Who is to have it, where not everyone is. */
  readonly note?: string;
}

/** Gives the direct link with which anyone enters the room. */
export function attendeeLink(options: RoomOptions): string {
  const { licenseKey, nickname = '', avatarUrl = '', roomOrigin = '' } = options;
  return buildRoomUrl({ licenseKey, nickname, avatarUrl }, { origin: roomOrigin });
}

/** Gives every link to the room that the options have something for, the one for everyone first. */
export function writeLinks(options: RoomOptions, base: string): Link[] {
  const { roomOrigin = '', roleToken, personalToken, ...rest } = options;
  const person = withoutSecrets(rest);
  const origin = { origin: roomOrigin };
  const links: Link[] = [{ title: 'Attendee link', text: attendeeLink(options) }];
  if (roleToken) {
    links.push({
      title: 'Role link',
      text: buildRoomUrl({ ...person, roleToken }, origin),
      note: 'For the host or presenter alone: whoever has this link has the role.',
    });
  }
  if (personalToken) {
    links.push({
      title: 'Personal link',
      text: buildRoomUrl({ ...person, personalToken }, origin),
      note: 'For this one person: whoever has this link enters as that person.',
    });
  }
  // A path has no place for further options.
  const secrets = secretsIn({ ...options, embedOptions: {} });
  return [
    ...links,
    {
      title: 'Path on your own site',
      text: buildRoomPath(options, { base }),
      ...(secrets.length > 0 && {
        note: `It holds a ${joinWords(secrets)}: not for a page or a message that everyone can read.`,
      }),
    },
  ];
}

/** Names what makes a visitor someone in particular. */
export function secretsIn(options: RoomOptions): string[] {
  const names = Object.keys(SECRETS) as (keyof typeof SECRETS)[];
  return [
    ...names.filter((name) => options[name]).map((name) => SECRETS[name]),
    ...Object.keys(options.embedOptions ?? {}).filter(isToken),
  ];
}

/** Joins words as a sentence does. */
export const joinWords = (words: string[]): string =>
  words.join(', ').replace(/, (?=[^,]*$)/, ' and a ');
