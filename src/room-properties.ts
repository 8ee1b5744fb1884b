import type { LitElement } from 'lit';
import type { LivewebinarRoomEventMap } from './events.js';
import type { LivewebinarRoom } from './livewebinar-room.js';

/** Whether two types are identical, including `readonly`. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Names of the writable properties. */
type OptionName = {
  [Name in Exclude<keyof LivewebinarRoom, keyof LitElement>]: LivewebinarRoom[Name] extends (
    ...args: never[]
  ) => unknown
    ? never
    : Same<Pick<LivewebinarRoom, Name>, Readonly<Pick<LivewebinarRoom, Name>>> extends true
      ? never
      : Name;
}[Exclude<keyof LivewebinarRoom, keyof LitElement>];

/** Writable properties of `<livewebinar-room>`. A missing or `undefined` one has its default. */
export type RoomProperties = { [Name in OptionName]?: LivewebinarRoom[Name] | undefined };

type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : Name;

type AttributeValue<Value> = Value extends boolean
  ? boolean | ''
  : Value extends number
    ? number | `${number}`
    : Value;

/** Property values in templates, which can write a number as text and a boolean as a bare name. */
export type RoomTemplateProperties = {
  [Name in OptionName]?: AttributeValue<LivewebinarRoom[Name]> | undefined;
};

/** Attributes of `<livewebinar-room>`. */
export type RoomAttributes = {
  [Name in Exclude<OptionName, 'embedOptions'> as Kebab<Name>]?: RoomTemplateProperties[Name];
};

/** Listeners of the element's own events, with a prefix such as `on` or `on:`. */
export type RoomListeners<Prefix extends string> = {
  [Name in keyof LivewebinarRoomEventMap as `${Prefix}${Name}`]?:
    ((event: LivewebinarRoomEventMap[Name]) => void) | undefined;
};
