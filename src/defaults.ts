import { OPTIONS } from './url/options.js';
import { EMBED_ORIGIN, ROOM_ORIGIN } from './url/vendor.js';

/** Initial value of each property. It also applies when a property is set to `null` or `undefined`. */
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
  whenHidden: 'stay',
  startsAt: '',
  endsAt: '',
  opensBefore: 60,
  askName: false,
  rememberName: false,
  exclusive: false,
  confirmLeave: false,
  keepAwake: false,
};

/** Converts what frameworks and scripts pass to a property of another type. What cannot be converted is rejected when the room opens. */
function convert(value: unknown, initial: unknown): unknown {
  // A removed attribute sets `null`, a framework's missing option `undefined`.
  if (value === null || value === undefined) return initial;
  if (typeof initial === 'string' && (typeof value === 'number' || value instanceof URL)) {
    return String(value);
  }
  if (typeof initial !== 'boolean') return value;
  // `ask-name` has a third value.
  return value === 'required' ? value : value !== 'false' && Boolean(value);
}

/** Makes the accessors of a class apply defaults and convert values. */
export function convertProperties(prototype: object): void {
  for (const [name, initial] of Object.entries(DEFAULTS)) {
    const accessor = Object.getOwnPropertyDescriptor(prototype, name);
    if (!accessor) continue; // The accessors of a subclass.
    Object.defineProperty(prototype, name, {
      ...accessor,
      set(value: unknown) {
        accessor.set!.call(this, convert(value, initial));
      },
    });
  }
}
