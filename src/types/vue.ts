import type { HTMLAttributes, ReservedProps } from 'vue';
import type {
  LivewebinarErrorEvent,
  LivewebinarReadyEvent,
  LivewebinarStateChangeEvent,
} from '../events.js';
import type { LivewebinarRoom } from '../livewebinar-room.js';
import type { RoomTemplateProperties } from '../room-properties.js';

interface Listeners {
  onLivewebinarReady?: (event: LivewebinarReadyEvent) => void;
  onLivewebinarError?: (event: LivewebinarErrorEvent) => void;
  onLivewebinarStatechange?: (event: LivewebinarStateChangeEvent) => void;
}

// The tag in the templates of Vue, for which `isCustomElement` has to know it.
declare module 'vue' {
  interface GlobalComponents {
    'livewebinar-room': new () => LivewebinarRoom & {
      $props: RoomTemplateProperties & Listeners & ReservedProps & HTMLAttributes;
    };
  }
}
