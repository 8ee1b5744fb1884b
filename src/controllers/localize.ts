import type { LitElement, ReactiveController } from 'lit';
import type { HydrationController } from './hydration.js';
import type { ExtraTerms, Translation } from '../translation.js';
import english from '../translations/en-core.js';

/** Translations that the page has registered, by language tag. They take precedence over the built-in ones. */
const registered = new Map<string, Translation>();

/** Built-in translations that have been loaded, by language. */
const loaded = new Map<string, Partial<Translation>>([['en', english]]);

/** Loaders of the built-in translations that have not been requested yet. Each is a separate file. */
const LOADERS = new Map<string, () => Promise<{ default: Translation }>>([
  ['ar', () => import('../translations/ar.js')],
  ['de', () => import('../translations/de.js')],
  ['es', () => import('../translations/es.js')],
  ['fr', () => import('../translations/fr.js')],
  ['it', () => import('../translations/it.js')],
  ['ja', () => import('../translations/ja.js')],
  ['pl', () => import('../translations/pl.js')],
  ['pt', () => import('../translations/pt.js')],
  ['uk', () => import('../translations/uk.js')],
]);

const connectedHosts = new Set<LitElement>();

const updateHosts = () => connectedHosts.forEach((host) => host.requestUpdate());

/**
 * Normalizes a `lang` value to a language tag. Pages also contain locale names such as `pt_BR` and
 * `de_AT.UTF-8@euro`.
 */
const normalizeTag = (tag: string) =>
  tag
    .trim()
    .toLowerCase()
    .replace(/[.@].*/s, '')
    .replace(/_/g, '-');

/** Returns a language tag and its fallbacks: `pt-br`, `pt`. */
function withFallbacks(tag: string): string[] {
  const subtags = tag.split('-');
  return subtags.map((_, index) => subtags.slice(0, subtags.length - index).join('-'));
}

/** Yields an element, then the host of each shadow root around it. */
function* withShadowHosts(element: Element | undefined): Generator<Element> {
  while (element) {
    yield element;
    element = (element.getRootNode() as Partial<ShadowRoot>).host;
  }
}

/**
 * Adds languages, or replaces texts of a language, in every room of the page. If a text is registered more
 * than once, the last one applies. Missing texts are taken from the built-in translation, then from English.
 * See {@link Translation}.
 */
export function registerTranslation(...translations: Translation[]): void {
  for (const translation of translations) {
    const tag = normalizeTag(translation.$code);
    registered.set(tag, { ...registered.get(tag), ...translation });
  }
  updateHosts();
}

/**
 * Provides the element's texts in the language of the nearest `lang` attribute, or of the browser if there is
 * none, and updates the element when that attribute changes.
 */
export class LocalizeController implements ReactiveController {
  readonly #host: LitElement;
  readonly #hydration: HydrationController;
  #observer: MutationObserver | undefined;

  constructor(host: LitElement, hydration: HydrationController) {
    this.#host = host;
    this.#hydration = hydration;
    host.addController(this);
  }

  /** Returns a text in the element's language, or in English if there is no translation. */
  term<Key extends keyof Translation>(key: Key): Translation[Key] {
    const translation = [...this.#languages, 'en']
      .flatMap((tag) => [registered.get(tag), loaded.get(tag)])
      .find((candidate) => candidate?.[key]);
    return translation![key]!;
  }

  /** Adds the English texts of an extra. */
  addEnglishTerms(terms: ExtraTerms): void {
    loaded.set('en', { ...loaded.get('en'), ...terms });
  }

  hostConnected(): void {
    connectedHosts.add(this.#host);
    this.#observer = new MutationObserver(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    connectedHosts.delete(this.#host);
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  hostUpdate(): void {
    // In each update, because `moveBefore()` can move the element to another shadow root.
    for (const element of withShadowHosts(this.#host)) {
      this.#observer?.observe(element.getRootNode(), { subtree: true, attributeFilter: ['lang'] });
    }
    this.#loadTranslation(this.#languages.at(-1)!);
  }

  get #languages(): string[] {
    return withFallbacks(normalizeTag(this.#lang));
  }

  get #lang(): string {
    // A server does not know the page around the element.
    if (this.#hydration.isServerMarkup) return this.#host.getAttribute('lang') || 'en';
    for (const element of withShadowHosts(this.#host)) {
      const lang = element.closest('[lang]:not([lang=""])')?.getAttribute('lang');
      if (lang) return lang;
    }
    return navigator.language;
  }

  #loadTranslation(language: string): void {
    const load = LOADERS.get(language);
    const own = registered.get(language);
    if (!load || (own && Object.keys(english).every((key) => key in own))) return;
    LOADERS.delete(language);
    load().then(
      ({ default: translation }) => {
        loaded.set(language, translation);
        updateHosts();
      },
      // The next update retries. Until then, the texts are in English.
      () => LOADERS.set(language, load),
    );
  }
}
