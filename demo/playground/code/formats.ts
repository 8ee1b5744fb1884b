import type { Appearance } from '../appearance.js';
import { attendeeLink, personLink } from '../links.js';
import type { RoomOptions } from '../settings.js';
import { writeAngular } from './angular.js';
import { writeButton } from './button.js';
import { writeHtml } from './html-tag.js';
import { writeIframe } from './iframe.js';
import { writeJavaScript } from './plain-javascript.js';
import { writeReact } from './react.js';
import { writeSvelte } from './svelte.js';
import { writeVue } from './vue.js';

export interface Format {
  readonly title: string;
  /** Caption of the code: the file it belongs in, or what it is. */
  readonly caption: string;
  /** Whether it is the element, which alone has appearance and behavior. */
  readonly isElement: boolean;
  /** Whether it needs the package from npm. */
  readonly isPackage: boolean;
  readonly write: (options: RoomOptions, appearance: Appearance) => string;
}

const element = { isElement: true, isPackage: false };
const component = { isElement: true, isPackage: true };
const other = { isElement: false, isPackage: false };

/** Every format that the playground can write. */
export const FORMATS = {
  tag: { ...element, title: 'HTML tag', caption: 'HTML', write: writeHtml },
  iframe: { ...other, title: 'Iframe', caption: 'HTML', write: writeIframe },
  button: { ...other, title: 'Button', caption: 'HTML', write: writeButton },
  link: { ...other, title: 'Link', caption: 'Link', write: personLink },
  // A poster is for everyone.
  poster: { ...other, title: 'QR code', caption: 'Link', write: attendeeLink },
  react: { ...component, title: 'React', caption: 'webinar.jsx', write: writeReact },
  vue: { ...component, title: 'Vue', caption: 'Webinar.vue', write: writeVue },
  svelte: { ...component, title: 'Svelte', caption: 'Webinar.svelte', write: writeSvelte },
  angular: { ...component, title: 'Angular', caption: 'webinar.ts', write: writeAngular },
  javascript: { ...component, title: 'JavaScript', caption: 'webinar.js', write: writeJavaScript },
} satisfies Record<string, Format>;

export type FormatName = keyof typeof FORMATS;
