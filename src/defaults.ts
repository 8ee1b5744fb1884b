import { OPTIONS } from './url/options.js';
import { EMBED_ORIGIN, ROOM_ORIGIN } from './url/vendor.js';

/** What each property of the element is until it is set, and again once it is unset. */
export const DEFAULTS: Readonly<Record<string, unknown>> = {
  ...Object.fromEntries(OPTIONS.map(({ name }) => [name, ''])),
  embedOptions: {},
  embedOrigin: EMBED_ORIGIN,
  roomOrigin: ROOM_ORIGIN,
  mode: 'script',
  isolated: false,
  loading: 'eager',
  timeout: 20_000,
  controls: false,
  label: '',
  allow: '',
};

/**
 * Makes the accessors of a class take what is unset for the default: a removed attribute sets
 * `null`, a framework's option that is left out `undefined`.
 */
export function fallBackToDefaults(prototype: object): void {
  for (const [name, initial] of Object.entries(DEFAULTS)) {
    const accessor = Object.getOwnPropertyDescriptor(prototype, name);
    if (!accessor) continue; // of a class that extends this one
    Object.defineProperty(prototype, name, {
      ...accessor,
      set(value: unknown) {
        accessor.set!.call(this, value ?? initial);
      },
    });
  }
}
