import { buildEmbedScriptUrl, type EmbedOptions } from '../../src/url/index.js';
import { isLoopback } from '../../src/url/is-loopback.js';
import { normalizeToken } from '../../src/url/token.js';
import { isColor } from './appearance.js';
import { readEmbedOptions, SECRETS, type Settings } from './settings.js';

export interface Field<Name extends keyof Settings = keyof Settings> {
  readonly name: Name;
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  /** Values to choose from, with a description of each. A field without is a text field or a checkbox. */
  readonly choices?: Readonly<Record<string, string>>;
  readonly inputMode?: 'url' | 'email';
  readonly isColor?: boolean;
  readonly isTime?: boolean;
  readonly lines?: number;
  /** Returns a sentence that describes the problem of a value and its remedy. */
  readonly check?: (value: string, settings: Settings) => string | false;
}

export interface Group {
  readonly title: string;
  readonly note?: string;
  /** Whether the fields are about the page, which a pasted link does not change. Only the element has them. */
  readonly isOfPage?: boolean;
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

type TokenName = 'licenseKey' | keyof typeof SECRETS;

const checkToken = (name: TokenName) => (value: string) => {
  const token = normalizeToken(name, value);
  return (
    (/[\s/]/.test(token) || !isAccepted({ [name]: token })) &&
    'This cannot be a token. If you have a link, paste the whole link above.'
  );
};

const isSecure = ({ protocol, hostname }: URL) => protocol === 'https:' || isLoopback(hostname);

/** Accepts the origins that the element accepts: https, or http on a loopback host. */
const checkOrigin = (value: string) =>
  value !== '' &&
  !(isAccepted({ embedOrigin: value }) && isSecure(new URL(value))) &&
  'Enter an https origin without a path, such as https://rooms.example.com.';

/** The fields of the form, in the order in which it shows them. The first group is always open. */
export const GROUPS: readonly Group[] = [
  {
    title: 'Room',
    fields: [
      {
        name: 'licenseKey',
        label: 'License key',
        hint: 'The number in your room’s link, or its custom name.',
        placeholder: '123-123-123',
        check: (value) =>
          value === ''
            ? 'Enter a license key, such as 123-123-123.'
            : checkToken('licenseKey')(value),
      },
      {
        name: 'nickname',
        label: 'Nickname',
        hint: 'Everyone who opens this page gets the name that you type here. Leave it empty to let visitors choose. A name from a pasted invitation is left out unless you add it.',
      },
      {
        name: 'avatarUrl',
        label: 'Avatar',
        placeholder: 'https://…',
        inputMode: 'url',
        check: (value) =>
          !isAccepted({ avatarUrl: value }) &&
          'Enter the full URL of an image, starting with https://.',
      },
    ],
  },
  {
    title: 'Host or personal access',
    note: 'Tokens are in your host link or personal link: paste that link above, and it fills these in. Nothing is stored.',
    fields: [
      {
        name: 'roleToken',
        label: 'Role token',
        hint: 'Makes the visitor a host or presenter. It is the part after /x/ in a host link.',
        check: checkToken('roleToken'),
      },
      {
        name: 'personalToken',
        label: 'Personal token',
        hint: 'The part after /p/ in a personal link. Name, e-mail and role come with it.',
        check: checkToken('personalToken'),
      },
      {
        name: 'registrantToken',
        label: 'Registrant token',
        hint: 'The part after /r/ in the link of a person who has registered.',
        check: checkToken('registrantToken'),
      },
      {
        name: 'passwordToken',
        label: 'Password token',
        hint: 'Opens a room that has a password.',
        check: checkToken('passwordToken'),
      },
      {
        name: 'email',
        label: 'E-mail',
        inputMode: 'email',
        check: (value) =>
          value !== '' &&
          !/^\S+@\S+$/.test(value) &&
          'Enter an e-mail address such as ada@example.com.',
      },
    ],
  },
  {
    title: 'Appearance',
    isOfPage: true,
    fields: [
      {
        name: 'accent',
        label: 'Accent',
        isColor: true,
        placeholder: '#1d5bd6',
        hint: 'Color of the buttons.',
        check: (value) =>
          value !== '' && !isColor(value) && 'Enter six digits after a #, such as #8f2d56.',
      },
      {
        name: 'textOnAccent',
        label: 'Text on the accent',
        choices: {
          auto: 'The more readable one',
          '#ffffff': 'White',
          '#000000': 'Black',
        },
      },
      {
        name: 'theme',
        label: 'Theme',
        choices: { system: 'As the page', light: 'Light', dark: 'Dark' },
      },
      { name: 'language', label: 'Language', choices: {} },
      {
        name: 'corners',
        label: 'Corners',
        choices: { '': 'Rounded', '0.25rem': 'Slightly rounded', '0': 'Square' },
      },
      {
        name: 'label',
        label: 'Title',
        placeholder: 'Webinar room',
        hint: 'Shown before the room opens, and read out by screen readers.',
      },
    ],
  },
  {
    title: 'Schedule and name',
    isOfPage: true,
    fields: [
      {
        name: 'startsAt',
        label: 'Starts',
        isTime: true,
        hint: 'In your time zone. Visitors see the time in theirs, and a countdown.',
      },
      {
        name: 'endsAt',
        label: 'Ends',
        isTime: true,
        check: (value, { startsAt }) =>
          value !== '' &&
          startsAt !== '' &&
          Date.parse(value) <= Date.parse(startsAt) &&
          'The end has to be after the start.',
      },
      {
        name: 'opensBefore',
        label: 'Opens before the start',
        hint: 'Minutes from which visitors can join.',
        placeholder: '60',
        check: (value) => !/^\d*$/.test(value) && 'Enter a number of minutes, such as 30.',
      },
      {
        name: 'askName',
        label: 'Ask for the visitor’s name',
        choices: { no: 'No', optional: 'Yes', required: 'Yes, and require it' },
      },
      {
        name: 'rememberName',
        label: 'Remember the name',
        hint: 'Keeps it in the visitor’s browser.',
      },
    ],
  },
  {
    title: 'Behavior',
    isOfPage: true,
    fields: [
      {
        name: 'loading',
        label: 'Opens',
        choices: {
          eager: 'With the page',
          lazy: 'When it scrolls into view',
          click: 'On a click: nothing is loaded before',
        },
      },
      {
        name: 'mode',
        label: 'Mode',
        choices: {
          script: 'Script: LiveWebinar’s embed script',
          iframe: 'Iframe: no third-party script in the page',
        },
      },
      {
        name: 'isolated',
        label: 'Isolated',
        hint: 'Runs the embed script in a document of its own.',
      },
      { name: 'controls', label: 'Toolbar', hint: 'Full screen and “open in a new tab”.' },
      {
        name: 'whenHidden',
        label: 'When it is hidden',
        choices: {
          stay: 'Stay in the room',
          leave: 'Leave: in a closed dialog or tab, the camera goes off',
        },
      },
      {
        name: 'exclusive',
        label: 'One room per browser',
        hint: 'A second tab offers to move the room there.',
      },
      {
        name: 'confirmLeave',
        label: 'Ask before leaving',
        hint: 'The browser asks before the page is left while the room is open.',
      },
      {
        name: 'keepAwake',
        label: 'Keep the screen on',
        hint: 'While the room is open and visible.',
      },
      { name: 'width', label: 'Width', placeholder: '100%' },
      { name: 'height', label: 'Height', placeholder: '100%' },
    ],
  },
  {
    title: 'Domains and paths',
    fields: [
      {
        name: 'base',
        label: 'Path on your own site',
        hint: 'The part in front of the license key.',
        placeholder: '/room',
        check: (value) =>
          !/^\/?[\w~.@!$&'()*+,;=:%/-]*$/.test(value) &&
          'Enter a path, such as /room or /webinars/live.',
      },
      {
        name: 'roomOrigin',
        label: 'Origin of rooms',
        hint: 'Only if your account has its own domain.',
        placeholder: 'https://app.livewebinar.com',
        inputMode: 'url',
        check: checkOrigin,
      },
      {
        name: 'embedOrigin',
        label: 'Origin of the embed script',
        placeholder: 'https://embed.livewebinar.com',
        inputMode: 'url',
        check: checkOrigin,
      },
      {
        name: 'embedOptions',
        label: 'Further options of the embed script',
        hint: 'One per line, under LiveWebinar’s own names.',
        placeholder: '_disable_target_top=1',
        lines: 2,
        check: (value) => {
          const options = readEmbedOptions(value);
          if (Object.keys(options).some((name) => !/^_\w+$/.test(name)) || /^[^=]+$/m.test(value))
            return 'Write each line as _name=value.';
          return !isAccepted({ embedOptions: options }) && 'One of these has its own field.';
        },
      },
    ],
  },
];

/** Problems by field. */
export type Problems = ReadonlyMap<keyof Settings, string>;

/** Checks every field. */
export function checkSettings(settings: Settings): Problems {
  const problems = new Map<keyof Settings, string>();
  for (const { name, check } of GROUPS.flatMap(({ fields }) => fields)) {
    const problem = check?.(String(settings[name]).trim(), settings);
    if (problem) problems.set(name, problem);
  }
  return problems;
}
