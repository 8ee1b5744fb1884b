import { LocalizeController, registerTranslation } from '@shoelace-style/localize';
import en from './translations/en.js';
import { LOADERS } from './translations/loaders.js';
import type { Translation } from './translations/translation.js';

registerTranslation(en);

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
  #observer: MutationObserver | undefined;

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
    if (!load) return;
    LOADERS.delete(language);
    load().then(
      ({ default: translation }) => registerTranslation(translation),
      // English stays; a later room may try again.
      () => LOADERS.set(language, load),
    );
  }

  override lang(): string {
    let element: Element | undefined = this.host;
    while (element) {
      const lang = element.closest('[lang]')?.getAttribute('lang');
      if (lang) return lang.toLowerCase();
      element = (element.getRootNode() as Partial<ShadowRoot>).host;
    }
    return navigator.language.toLowerCase();
  }
}
