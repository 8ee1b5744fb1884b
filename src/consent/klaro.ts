import {
  checkText,
  createAdapter,
  warnAboutService,
  type ConsentAdapter,
} from './consent-adapter.js';

/** The part of Klaro's consent manager that the adapter uses. */
export interface KlaroManager {
  /** Whether the visitor has decided. Until then, `getConsent()` returns defaults. */
  readonly confirmed: boolean;
  readonly consents: Readonly<Record<string, boolean>>;
  getConsent(service: string): boolean;
  watch(watcher: KlaroWatcher): void;
  unwatch(watcher: KlaroWatcher): void;
}

/** The object whose method Klaro calls after a change. */
export interface KlaroWatcher {
  update(manager: KlaroManager, name: string): void;
}

type KlaroWindow = Window & { klaro?: { getManager(): KlaroManager } };

/** Returns the manager of Klaro's script, or `undefined` until the script and the configuration have loaded. */
function findManager(): KlaroManager | undefined {
  try {
    return (window as KlaroWindow).klaro?.getManager();
  } catch {
    return undefined;
  }
}

/**
 * Creates the adapter for [Klaro](https://klaro.org/docs/api/js_api).
 *
 * @param options.service `name` of the service in Klaro's configuration that opens the room.
 * @param options.manager The consent manager, if Klaro is imported as a module:
 * `Klaro.getManager(config)`. Defaults to the one of Klaro's script tag.
 * @throws {LivewebinarError} `invalid-option` if the service is missing.
 * @example
 * bindConsent(klaro({ service: 'livewebinar' }));
 */
export function klaro(options: {
  readonly service: string;
  readonly manager?: KlaroManager;
}): ConsentAdapter {
  const name = checkText('service', options?.service, 'livewebinar');

  return (report) => {
    let watched: KlaroManager | undefined;
    const readDecision = (manager: KlaroManager) => manager.confirmed && manager.getConsent(name);
    const watcher: KlaroWatcher = {
      update(manager, event) {
        // Klaro also reports switches that the visitor has changed but not saved.
        if (event === 'saveConsents' || !manager.confirmed) report(readDecision(manager));
      },
    };
    const stop = createAdapter(() => {
      const found = options.manager ?? findManager();
      if (!found) return undefined;
      if (!watched) {
        watched = found;
        found.watch(watcher);
        if (!(name in found.consents)) warnAboutService('Klaro', name);
      }
      return readDecision(found);
    }, [])(report);
    return () => {
      stop();
      watched?.unwatch(watcher);
    };
  };
}
