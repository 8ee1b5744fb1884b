import type {
  Extra,
  ExtraContext,
  ExtraHost,
  ExtraLoader,
  OpenTrigger,
} from '../gates/extra-interface.js';

/** Milliseconds after which a room no longer waits for the file of an extra. */
const LOAD_TIMEOUT_MS = 5000;

/** Loads the extras that an element needs, and calls their methods. */
export class ExtrasController {
  readonly #host: ExtraHost;
  readonly #context: ExtraContext;
  readonly #loaders: readonly ExtraLoader[];
  /** The requested extras: `undefined` while the file is loading, `null` if it failed to load or timed out. */
  readonly #loaded = new Map<ExtraLoader, Extra | null | undefined>();

  constructor(host: ExtraHost, context: ExtraContext, loaders: readonly ExtraLoader[]) {
    this.#host = host;
    this.#context = context;
    this.#loaders = loaders;
  }

  /** Whether an extra that can prevent the room from opening is still loading. */
  get isLoading(): boolean {
    return this.#loaders.some(
      (loader) =>
        loader.isGate && loader.isNeeded(this.#host) && this.#loaded.get(loader) === undefined,
    );
  }

  /** The extras that are needed and have loaded. */
  get #active(): Extra[] {
    return this.#loaders.flatMap((loader) =>
      loader.isNeeded(this.#host) ? (this.#loaded.get(loader) ?? []) : [],
    );
  }

  /** Loads the files of extras that are needed. */
  load(): void {
    for (const loader of this.#loaders) {
      if (!this.#loaded.has(loader) && loader.isNeeded(this.#host)) this.#loadFile(loader);
    }
  }

  /** Returns whether no extra prevents the room from opening. */
  canOpen(trigger: OpenTrigger): boolean {
    return this.#active.every((extra) => extra.canOpen?.(trigger) ?? true);
  }

  /** Renders one part of every active extra. */
  render(part: 'renderPlaceholder' | 'renderLinks' | 'renderPanel' | 'renderNotice'): unknown[] {
    return this.#active.map((extra) => extra[part]?.()).filter((result) => result !== undefined);
  }

  #loadFile(loader: ExtraLoader): void {
    const settle = (extra: Extra | null) => {
      this.#loaded.set(loader, extra);
      this.#host.requestUpdate();
    };
    this.#loaded.set(loader, undefined);
    const timer = setTimeout(() => settle(null), LOAD_TIMEOUT_MS);
    loader
      .load()
      .then(
        ({ default: Extra }) => settle(new Extra(this.#host, this.#context)),
        () => settle(null),
      )
      .finally(() => clearTimeout(timer));
  }
}
