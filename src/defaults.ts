import type { PropertyDeclaration, PropertyDeclarations } from 'lit';
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

/** The attribute of a property: `ask-name` for `askName`. */
const toAttribute = (name: string) =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const declareProperty = (name: string, initial: unknown): PropertyDeclaration =>
  typeof initial === 'boolean'
    ? {
        type: Boolean,
        attribute: toAttribute(name),
        // Its presence is `true`, and frameworks write `controls="false"`.
        converter: (value) => value !== null && (value || true),
      }
    : {
        type: typeof initial === 'number' ? Number : String,
        attribute: typeof initial !== 'object' && toAttribute(name),
      };

/** Declares each property for Lit, by the type of its default. Objects have no attribute. */
export const declareProperties = (): PropertyDeclarations =>
  Object.fromEntries(
    Object.entries(DEFAULTS).map(([name, initial]) => [name, declareProperty(name, initial)]),
  );

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
