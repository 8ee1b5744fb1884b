import type { Extra, ExtraContext, ExtraHost, ExtraSource, OpenTrigger } from '../gates/extra.js';

/** Milliseconds after which the room opens without an extra whose file has not loaded. */
const LOAD_TIMEOUT_MS = 5000;

/** Loads the extras that the attributes of an element require, and calls their methods. */
export class ExtrasController {
  readonly #host: ExtraHost;
  readonly #context: ExtraContext;
  readonly #sources: readonly ExtraSource[];
  /** `undefined` while the file is loading, `null` if it could not be loaded. */
  readonly #loaded = new Map<ExtraSource, Extra | null | undefined>();

  constructor(host: ExtraHost, context: ExtraContext, sources: readonly ExtraSource[]) {
    this.#host = host;
    this.#context = context;
    this.#sources = sources;
  }

  /** Whether an extra that can keep the room from opening is still loading. */
  get isLoading(): boolean {
    return this.#sources.some(
      (source) =>
        source.isGate && source.isNeeded(this.#host) && this.#loaded.get(source) === undefined,
    );
  }

  /** The extras that are needed and have loaded. */
  get #active(): Extra[] {
    return this.#sources.flatMap((source) =>
      source.isNeeded(this.#host) ? (this.#loaded.get(source) ?? []) : [],
    );
  }

  /** Loads the files of extras that are needed. */
  load(): void {
    for (const source of this.#sources) {
      if (!this.#loaded.has(source) && source.isNeeded(this.#host)) this.#loadFile(source);
    }
  }

  /** Returns whether no extra keeps the room from opening. */
  canOpen(trigger: OpenTrigger): boolean {
    return this.#active.every((extra) => extra.canOpen?.(trigger) ?? true);
  }

  /** Renders one part of every active extra. */
  render(part: 'renderPlaceholder' | 'renderLinks' | 'renderPanel' | 'renderNotice'): unknown[] {
    return this.#active.map((extra) => extra[part]?.()).filter((result) => result !== undefined);
  }

  #loadFile(source: ExtraSource): void {
    const settle = (extra: Extra | null) => {
      this.#loaded.set(source, extra);
      this.#host.requestUpdate();
    };
    this.#loaded.set(source, undefined);
    const timer = setTimeout(() => settle(null), LOAD_TIMEOUT_MS);
    source
      .load()
      .then(
        ({ default: Extra }) => settle(new Extra(this.#host, this.#context)),
        () => settle(null),
      )
      .finally(() => clearTimeout(timer));
  }
}
