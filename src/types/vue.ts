import type { HTMLAttributes, ReservedProps } from 'vue';
import type { LivewebinarRoomEventMap } from '../events.js';
import type { LivewebinarRoom } from '../livewebinar-room.js';
import type { RoomTemplateProperties } from '../room-properties.js';

/** Type checkers see `@livewebinar-ready` in a template as `onLivewebinarReady`. */
type Listeners = {
  [
    Name in keyof LivewebinarRoomEventMap as Name extends `livewebinar-${infer Event}`
      ? `onLivewebinar${Capitalize<Event>}`
      : never
  ]?: (event: LivewebinarRoomEventMap[Name]) => void;
};

// The element in Vue's templates. Vue also needs `isCustomElement` for it.
declare module 'vue' {
  interface GlobalComponents {
    'livewebinar-room': new () => LivewebinarRoom & {
      $props: RoomTemplateProperties & Listeners & ReservedProps & HTMLAttributes;
    };
  }
}
