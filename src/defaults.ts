import type { PropertyDeclaration, PropertyDeclarations } from 'lit';
import { OPTIONS } from './url/options.js';
import { toKebabCase } from './url/to-kebab-case.js';
import { EMBED_ORIGIN, ROOM_ORIGIN } from './url/vendor-constants.js';

/** Default value of each property. Setting a property to `null` or `undefined` restores the default. */
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

const declareProperty = (name: string, initial: unknown): PropertyDeclaration =>
  typeof initial === 'boolean'
    ? {
        type: Boolean,
        attribute: toKebabCase(name),
        // The bare attribute means `true`. `convert()` handles `controls="false"`, which frameworks write.
        converter: (value) => value !== null && (value || true),
      }
    : {
        type: typeof initial === 'number' ? Number : String,
        attribute: typeof initial !== 'object' && toKebabCase(name),
      };

/** Creates Lit's declaration of each property from the type of its default. Properties that are objects have no attribute. */
export const declareProperties = (): PropertyDeclarations =>
  Object.fromEntries(
    Object.entries(DEFAULTS).map(([name, initial]) => [name, declareProperty(name, initial)]),
  );

/**
 * Converts a value to the type of a property's default. Values that cannot be converted are rejected when
 * the room opens.
 */
function convert(value: unknown, initial: unknown): unknown {
  // Removing an attribute sets `null`; frameworks pass `undefined` for a missing option.
  if (value === null || value === undefined) return initial;
  if (typeof initial === 'string' && (typeof value === 'number' || value instanceof URL)) {
    return String(value);
  }
  if (typeof initial !== 'boolean') return value;
  // `ask-name` also accepts `required`.
  return value === 'required' ? value : value !== 'false' && Boolean(value);
}

/** Wraps the property setters of a class so that they apply defaults and convert values. */
export function convertProperties(prototype: object): void {
  for (const [name, initial] of Object.entries(DEFAULTS)) {
    const accessor = Object.getOwnPropertyDescriptor(prototype, name);
    if (!accessor) continue; // A subclass inherits the accessors.
    Object.defineProperty(prototype, name, {
      ...accessor,
      set(value: unknown) {
        accessor.set!.call(this, convert(value, initial));
      },
    });
  }
}
