import type { LitElement } from 'lit';
import type { LivewebinarRoomEventMap } from './events.js';
import type { LivewebinarRoom } from './livewebinar-room.js';

/** Whether two types are the same to the letter, `readonly` included. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Names of the properties that can be set: neither a method nor read-only. */
type OptionName = {
  [Name in Exclude<keyof LivewebinarRoom, keyof LitElement>]: LivewebinarRoom[Name] extends (
    ...args: never[]
  ) => unknown
    ? never
    : Same<Pick<LivewebinarRoom, Name>, Readonly<Pick<LivewebinarRoom, Name>>> extends true
      ? never
      : Name;
}[Exclude<keyof LivewebinarRoom, keyof LitElement>];

/** What can be set on a `<livewebinar-room>`, by property. Left out or `undefined`: the default. */
export type RoomProperties = { [Name in OptionName]?: LivewebinarRoom[Name] | undefined };

type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : Name;

type AttributeValue<Value> = Value extends boolean
  ? boolean | ''
  : Value extends number
    ? number | `${number}`
    : Value;

/** What a template can write for a property: text for a number, the bare name for a boolean. */
export type RoomTemplateProperties = {
  [Name in OptionName]?: AttributeValue<LivewebinarRoom[Name]> | undefined;
};

/** What can be set on the tag, by attribute. */
export type RoomAttributes = {
  [Name in Exclude<OptionName, 'embedOptions'> as Kebab<Name>]?: RoomTemplateProperties[Name];
};

/** Listeners of the element's own events under a prefix such as `on` or `on:`. */
export type RoomListeners<Prefix extends string> = {
  [Name in keyof LivewebinarRoomEventMap as `${Prefix}${Name}`]?:
    ((event: LivewebinarRoomEventMap[Name]) => void) | undefined;
};
