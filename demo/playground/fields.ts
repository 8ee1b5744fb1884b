import { buildEmbedScriptUrl, type EmbedOptions } from '../../src/url/index.js';
import { readEmbedOptions, type Settings } from './settings.js';

export interface Field<Name extends keyof Settings = keyof Settings> {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  /** Values to choose from, with what each does. A field without is text, or a box to tick. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly inputMode?: 'url' | 'email';
  readonly lines?: number;
  /** Says what is wrong with a value, and what would be right. */
  readonly check?: (value: string) => string | false;
}

export interface Group {
  readonly title: string;
  readonly note?: string;
  readonly fields: readonly Field[];
}

const isAccepted = (options: Partial<EmbedOptions>): boolean => {
  try {
    buildEmbedScriptUrl({ licenseKey: 'room', ...options });
    return true;
  } catch {
    return false;
  }
};

const checkToken = (value: string) =>
  /[\s/]|^\.\.?$/.test(value) &&
  'A token has no spaces or slashes. To take one out of a link, paste the whole link above.';

/** As the element checks it: https, or http on this very machine. */
const checkOrigin = (value: string) =>
  value !== '' &&
  !(
    isAccepted({ embedOrigin: value }) &&
    /^https:|^http:\/\/(localhost|[^/]*\.localhost|127(\.\d+){3}|\[::1\])(:\d+)?\/?$/i.test(value)
  ) &&
  'Give an https origin without a path, such as https://rooms.example.com.';

/** The fields of the form, in the order in which it shows them. The first group is always open. */
export const GROUPS: readonly Group[] = [
  {
    title: 'Room',
    fields: [
      {
        name: 'licenseKey',
        label: 'License key',
        hint: 'The room token: nine digits, or the custom name of the room.',
        placeholder: '123-123-123',
        check: (value) =>
          value === '' ? 'Give the token of a room, such as 123-123-123.' : checkToken(value),
      },
      { name: 'nickname', label: 'Nickname', hint: 'The name others see.' },
      {
        name: 'avatarUrl',
        label: 'Avatar',
        placeholder: 'https://…',
        inputMode: 'url',
        check: (value) =>
          !isAccepted({ avatarUrl: value }) &&
          'Give the whole address of an image, with https:// in front.',
      },
    ],
  },
  {
    title: 'Person',
    note: 'Tokens make a visitor someone in particular. They are stored nowhere.',
    fields: [
      {
        name: 'roleToken',
        label: 'Role token',
        hint: 'Makes the visitor host or presenter.',
        check: checkToken,
      },
      {
        name: 'personalToken',
        label: 'Personal token',
        hint: 'From a personal link; name, e-mail and role come with it.',
        check: checkToken,
      },
      { name: 'registrantToken', label: 'Registrant token', check: checkToken },
      {
        name: 'passwordToken',
        label: 'Password token',
        hint: 'Opens a room that has a password.',
        check: (value) =>
          !isAccepted({ passwordToken: value }) && 'A token is more than spaces or dots.',
      },
      {
        name: 'email',
        label: 'E-mail',
        inputMode: 'email',
        check: (value) =>
          value !== '' && !/^\S+@\S+$/.test(value) && 'Give an address such as ada@example.com.',
      },
    ],
  },
  {
    title: 'Behaviour',
    fields: [
      {
        name: 'loading',
        label: 'Opens',
        choices: {
          eager: 'At once',
          lazy: 'When it scrolls into view',
          click: 'On a click; nothing is loaded before',
        },
      },
      {
        name: 'mode',
        label: 'Way in',
        choices: {
          script: 'The embed script',
          iframe: 'A frame, no foreign script in the page',
        },
      },
      {
        name: 'isolated',
        label: 'Isolated',
        hint: 'Runs the embed script in a document of its own.',
      },
      { name: 'controls', label: 'Controls', hint: 'Full screen and “open in a new tab”.' },
      {
        name: 'label',
        label: 'Accessible name',
        placeholder: 'Webinar room',
        hint: 'What screen readers call the room.',
      },
      { name: 'width', label: 'Width', placeholder: '100%' },
      { name: 'height', label: 'Height', placeholder: '100%' },
    ],
  },
  {
    title: 'Addresses',
    fields: [
      {
        name: 'base',
        label: 'Path on your own site',
        hint: 'What stands before the room token.',
        placeholder: '/room',
        check: (value) =>
          !/^\/?[\w~.@!$&'()*+,;=:%/-]*$/.test(value) &&
          'Give a path, such as /room or /webinars/live.',
      },
      {
        name: 'roomOrigin',
        label: 'Where rooms are',
        hint: 'Your own domain, if your account has one.',
        placeholder: 'https://app.livewebinar.com',
        inputMode: 'url',
        check: checkOrigin,
      },
      {
        name: 'embedOrigin',
        label: 'Where the embed script is',
        placeholder: 'https://embed.livewebinar.com',
        inputMode: 'url',
        check: checkOrigin,
      },
      {
        name: 'embedOptions',
        label: 'Further options of the embed script',
        hint: 'One a line, under the names LiveWebinar gives them.',
        placeholder: '_disable_target_top=1',
        lines: 2,
        check: (value) => {
          const options = readEmbedOptions(value);
          if (Object.keys(options).some((name) => !/^_\w+$/.test(name)) || /^[^=]+$/m.test(value))
            return 'Write each line as _name=value.';
          return !isAccepted({ embedOptions: options }) && 'One of these has a field of its own.';
        },
      },
    ],
  },
];

/** What is wrong, by field. */
export type Problems = ReadonlyMap<keyof Settings, string>;

/** Checks every field. */
export function checkSettings(settings: Settings): Problems {
  const problems = new Map<keyof Settings, string>();
  for (const { name, check } of GROUPS.flatMap(({ fields }) => fields)) {
    const problem = check?.(String(settings[name]).trim());
    if (problem) problems.set(name, problem);
  }
  return problems;
}
