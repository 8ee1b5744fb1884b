import type { RoomOptions } from '../settings.js';
import { writeAngular } from './angular.js';
import { writeHtml } from './html-tag.js';
import { writeJavaScript } from './plain-javascript.js';
import { writeReact } from './react.js';
import { writeSvelte } from './svelte.js';
import { writeVue } from './vue.js';

export interface Snippet {
  readonly title: string;
  /** The file it may stand in. */
  readonly file: string;
  /** Whether it needs the package from npm. */
  readonly isPackage: boolean;
  readonly write: (options: RoomOptions) => string;
}

/** The ways to put a room into a page, by what the page is made with. */
export const SNIPPETS: readonly Snippet[] = [
  { title: 'HTML', file: 'webinar.html', isPackage: false, write: writeHtml },
  { title: 'React', file: 'webinar.jsx', isPackage: true, write: writeReact },
  { title: 'Vue', file: 'Webinar.vue', isPackage: true, write: writeVue },
  { title: 'Svelte', file: 'Webinar.svelte', isPackage: true, write: writeSvelte },
  { title: 'Angular', file: 'webinar.ts', isPackage: true, write: writeAngular },
  { title: 'JavaScript', file: 'webinar.js', isPackage: true, write: writeJavaScript },
];
