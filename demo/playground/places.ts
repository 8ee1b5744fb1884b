import type { FormatName } from './code/formats.js';

/** What a visitor can do in a room that is put into a page with this method. */
export type Ability = 'yes' | 'no' | 'depends';

/** A method of embedding a room in a place. */
export interface EmbedMethod {
  readonly format: FormatName;
  /** When to choose this method. */
  readonly when: string;
  /** Where in the place to paste it. */
  readonly steps: string;
  readonly camera: Ability;
  readonly fullscreen: Ability;
  /** What the person who pastes may have to ask an administrator for. */
  readonly ask?: string;
}

export interface Place {
  readonly name: string;
  readonly title: string;
  /** Methods that work there, the best one first. */
  readonly methods: readonly [EmbedMethod, ...EmbedMethod[]];
}

/** Places of one kind, as the first question offers them. */
export interface PlaceGroup {
  readonly name: string;
  readonly title: string;
  readonly places: readonly [Place, ...Place[]];
}

const inOwnTab = { camera: 'yes', fullscreen: 'yes' } as const;
const inPage = { camera: 'yes', fullscreen: 'yes' } as const;
/** Builders that wrap the pasted code in an iframe of their own, without access to the camera. */
const inBuilderFrame = { camera: 'no', fullscreen: 'depends' } as const;

const ASK_FOR_POLICY =
  'If the room stays empty, ask whoever runs the site to add the policy lines.';

const framework = (format: FormatName, title: string): Place => ({
  name: format,
  title,
  methods: [
    {
      format,
      when: `In a ${title} application`,
      steps: 'Install the package, then add the component.',
      ...inPage,
      ask: ASK_FOR_POLICY,
    },
  ],
});

/** The first question of the playground, “Where do you paste it?”, and its answers. */
export const PLACE_GROUPS: readonly [PlaceGroup, ...PlaceGroup[]] = [
  {
    name: 'own-page',
    title: 'My own page',
    places: [
      {
        name: 'own-page',
        title: 'Your own page',
        methods: [
          {
            format: 'tag',
            when: 'You can edit the HTML',
            steps: 'Paste it where the room should appear.',
            ...inPage,
            ask: ASK_FOR_POLICY,
          },
          {
            format: 'iframe',
            when: 'Scripts are not allowed',
            steps: 'Paste it where the room should appear.',
            ...inPage,
            ask: ASK_FOR_POLICY,
          },
        ],
      },
    ],
  },
  {
    name: 'cms',
    title: 'CMS',
    places: [
      {
        name: 'wordpress',
        title: 'WordPress',
        methods: [
          {
            format: 'tag',
            when: 'You are an administrator or editor',
            steps: 'Add a Custom HTML block and paste the code there.',
            ...inPage,
            ask: 'In a multisite network, only super admins may paste scripts. Ask one of them to save the code as a synced pattern that you can insert.',
          },
          {
            format: 'button',
            when: 'You are an author or contributor',
            steps:
              'WordPress removes scripts and iframes that you paste. This link stays: paste it into a Custom HTML block.',
            ...inOwnTab,
            ask: 'For a room inside the page, ask an administrator to paste the tag for you.',
          },
        ],
      },
      {
        name: 'moodle',
        title: 'Moodle',
        methods: [
          {
            format: 'tag',
            when: 'You are a teacher, in a Page, a Text and media area or a Text (HTML) block',
            steps: 'Open the source code view (Tools → Source code) and paste the code there.',
            ...inPage,
            ask: 'If the code is gone after saving, the site filters all content (the setting forceclean). Ask the administrator, or use the link.',
          },
          {
            format: 'button',
            when: 'In a forum, a wiki or a glossary, or if the script was removed',
            steps:
              'Moodle removes scripts and iframes there. This link stays: paste it into the source code view.',
            ...inOwnTab,
          },
          {
            format: 'link',
            when: 'As a URL activity',
            steps: 'Add a URL activity and paste this as its external URL.',
            ...inOwnTab,
          },
        ],
      },
      {
        name: 'drupal',
        title: 'Drupal',
        methods: [
          {
            format: 'tag',
            when: 'Your text format is Full HTML',
            steps:
              'Choose the text format Full HTML, open the source view and paste the code there.',
            ...inPage,
            ask: 'If Full HTML is not in the list of text formats, ask the administrator for permission to use it.',
          },
          {
            format: 'button',
            when: 'Your text format is Basic or Restricted HTML',
            steps:
              'These formats remove scripts and iframes. This link stays: paste it into the source view.',
            ...inOwnTab,
          },
        ],
      },
      {
        name: 'ghost',
        title: 'Ghost',
        methods: [
          {
            format: 'tag',
            when: 'In a post or page',
            steps: 'Type /html, choose the HTML card and paste the code there.',
            ...inPage,
          },
          {
            format: 'button',
            when: 'In a newsletter',
            steps: 'E-mail clients run no scripts. Paste this link into an HTML card.',
            ...inOwnTab,
          },
        ],
      },
      {
        name: 'other-cms',
        title: 'Another CMS',
        methods: [
          {
            format: 'tag',
            when: 'First, try the tag',
            steps: 'Open the source code view of the editor and paste the code there.',
            ...inPage,
            ask: ASK_FOR_POLICY,
          },
          {
            format: 'iframe',
            when: 'If the script was removed',
            steps: 'Paste it into the source code view.',
            ...inPage,
            ask: ASK_FOR_POLICY,
          },
          {
            format: 'link',
            when: 'If the iframe was removed, too',
            steps: 'Paste it as the target of a link or a button.',
            ...inOwnTab,
          },
        ],
      },
    ],
  },
  {
    name: 'builder',
    title: 'Site builder',
    places: [
      {
        name: 'google-sites',
        title: 'Google Sites',
        methods: [
          {
            format: 'link',
            when: 'Visitors should be seen and heard',
            steps: 'Insert → Button, and paste this as the link.',
            ...inOwnTab,
          },
          {
            format: 'iframe',
            when: 'Visitors only watch',
            steps:
              'Insert → Embed → Embed code. Google Sites shows the room in a frame of its own, without access to the camera.',
            ...inBuilderFrame,
          },
        ],
      },
      {
        name: 'wix',
        title: 'Wix',
        methods: [
          {
            format: 'link',
            when: 'Visitors should be seen and heard',
            steps: 'Add a button, and paste this as its web address.',
            ...inOwnTab,
          },
          {
            format: 'iframe',
            when: 'Visitors only watch',
            steps:
              'Add → Embed code → Embed HTML. Wix shows the room in a frame of its own, without access to the camera.',
            ...inBuilderFrame,
          },
        ],
      },
      {
        name: 'squarespace',
        title: 'Squarespace',
        methods: [
          {
            format: 'tag',
            when: 'Your plan includes JavaScript in Code blocks',
            steps: 'Add a Code block and paste the code there.',
            ...inPage,
            ask: 'Code blocks run scripts on some plans only. The owner of the site can see this under Billing.',
          },
          {
            format: 'link',
            when: 'On any plan',
            steps: 'Add a Button block, and paste this as its link.',
            ...inOwnTab,
          },
        ],
      },
      {
        name: 'notion',
        title: 'Notion',
        methods: [
          {
            format: 'link',
            when: 'In any page',
            steps:
              'Paste it and choose Bookmark. Notion’s own embeds have no access to the camera, so let visitors open the link.',
            ...inOwnTab,
          },
        ],
      },
      {
        name: 'canva',
        title: 'Canva',
        methods: [
          {
            format: 'link',
            when: 'On a website or in a presentation',
            steps: 'Select a button or a text, choose Link and paste this.',
            ...inOwnTab,
          },
          {
            format: 'poster',
            when: 'In a design for print',
            steps: 'Download the QR code and upload it to Canva.',
            ...inOwnTab,
          },
        ],
      },
    ],
  },
  {
    name: 'message',
    title: 'Mail, chat, slide, poster',
    places: [
      {
        name: 'mail',
        title: 'Mail or chat',
        methods: [
          {
            format: 'link',
            when: 'In any message',
            steps: 'Paste it into the message.',
            ...inOwnTab,
          },
        ],
      },
      {
        name: 'slide',
        title: 'Slide or poster',
        methods: [
          {
            format: 'poster',
            when: 'People point a phone at it',
            steps:
              'Download the QR code and put it on the slide or the poster, with the link below it.',
            ...inOwnTab,
          },
        ],
      },
    ],
  },
  {
    name: 'framework',
    title: 'Framework',
    places: [
      framework('react', 'React'),
      framework('vue', 'Vue'),
      framework('svelte', 'Svelte'),
      framework('angular', 'Angular'),
      framework('javascript', 'JavaScript'),
    ],
  },
];

/** Returns the place of a name, with the group that offers it. */
export function findPlace(name: string): { group: PlaceGroup; place: Place } | undefined {
  for (const group of PLACE_GROUPS) {
    const place = group.places.find((candidate) => candidate.name === name);
    if (place) return { group, place };
  }
  return undefined;
}
