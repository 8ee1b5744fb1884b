import type { HTMLAttributes, ReservedProps } from 'vue';
import type { LivewebinarRoomEventMap } from '../events.js';
import type { LivewebinarRoom } from '../livewebinar-room.js';
import type { RoomTemplateProperties } from '../room-properties.js';

/** `livewebinar-ready` is `@livewebinar-ready` in a template, and `onLivewebinarReady` to a type checker. */
type Listeners = {
  [
    Name in keyof LivewebinarRoomEventMap as Name extends `livewebinar-${infer Event}`
      ? `onLivewebinar${Capitalize<Event>}`
      : never
  ]?: (event: LivewebinarRoomEventMap[Name]) => void;
};

// The tag in Vue's templates. Vue also needs `isCustomElement` for it.
declare module 'vue' {
  interface GlobalComponents {
    'livewebinar-room': new () => LivewebinarRoom & {
      $props: RoomTemplateProperties & Listeners & ReservedProps & HTMLAttributes;
    };
  }
}
