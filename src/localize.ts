import { LocalizeController, registerTranslation as register } from '@shoelace-style/localize';
import type { LitElement } from 'lit';
import type { Served } from './served.js';
import type { Translation } from './translation.js';
import en from './translations/en.js';

/**
 * Adds languages, or replaces words of one: the last one registered counts, in every room at once.
 * See {@link Translation}.
 */
export const registerTranslation: (...translations: Translation[]) => void = register;

registerTranslation(en);

/** The languages beside English that have not been asked for yet, each in a file of its own. */
const LOADERS = new Map<string, () => Promise<{ default: Translation }>>([
  ['ar', () => import('./translations/ar.js')],
  ['de', () => import('./translations/de.js')],
  ['es', () => import('./translations/es.js')],
  ['fr', () => import('./translations/fr.js')],
  ['it', () => import('./translations/it.js')],
  ['ja', () => import('./translations/ja.js')],
  ['pl', () => import('./translations/pl.js')],
  ['pt', () => import('./translations/pt.js')],
  ['uk', () => import('./translations/uk.js')],
]);

/** The roots around an element, its own first: each shadow root up to the document. */
function* rootsOf(element: Element): Generator<Document | ShadowRoot> {
  let root = element.getRootNode() as Document | ShadowRoot;
  yield root;
  while ('host' in root) {
    root = root.host.getRootNode() as Document | ShadowRoot;
    yield root;
  }
}

/** Gives the element's words in the language of the nearest `lang`, and renders anew when that changes. */
export class Localize extends LocalizeController<Translation> {
  readonly #served: Served;
  #observer: MutationObserver | undefined;

  constructor(host: LitElement, served: Served) {
    super(host);
    this.#served = served;
  }

  override hostConnected(): void {
    super.hostConnected();
    this.#observer = new MutationObserver(() => this.host.requestUpdate());
    for (const root of rootsOf(this.host)) {
      this.#observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    }
    this.host.requestUpdate();
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.#observer?.disconnect();
  }

  hostUpdate(): void {
    const language = this.lang().split('-', 1)[0]!;
    const load = LOADERS.get(language);
    // What the page has registered itself is not to be replaced.
    const isThere = () => this.exists('$code', { lang: language });
    if (!load || isThere()) return;
    LOADERS.delete(language);
    load().then(
      ({ default: translation }) => isThere() || registerTranslation(translation),
      // English stays; a later room may try again.
      () => LOADERS.set(language, load),
    );
  }

  override lang(): string {
    if (this.#served.isNow) return this.host.getAttribute('lang')?.toLowerCase() ?? 'en';
    let element: Element | undefined = this.host;
    while (element) {
      const lang = element.closest('[lang]')?.getAttribute('lang');
      if (lang) return lang.toLowerCase();
      element = (element.getRootNode() as Partial<ShadowRoot>).host;
    }
    return navigator.language.toLowerCase();
  }
}
