import type { PropertyDeclarations } from 'lit';
import {
  defineComponent,
  h,
  shallowRef,
  watchEffect,
  type ComponentObjectPropsOptions,
  type SlotsType,
} from 'vue';
import '../define.js';
import type {
  LivewebinarErrorEvent,
  LivewebinarReadyEvent,
  LivewebinarStateChangeEvent,
} from '../events.js';
import { LivewebinarRoom as RoomElement } from '../livewebinar-room.js';
import type { RoomProperties } from '../room-options.js';

/** Events of {@link LivewebinarRoom}. */
export type LivewebinarRoomEmits = {
  /** The room is there; once for each opening. */
  ready: (event: LivewebinarReadyEvent) => void;
  /** An attempt to open the room has failed; `event.willRetry` says whether another follows. */
  error: (event: LivewebinarErrorEvent) => void;
  /** `event.state` is what the room is now. */
  stateChange: (event: LivewebinarStateChangeEvent) => void;
};

/** The element behind the component, which is its `$el`. */
export type LivewebinarRoomElement = RoomElement;

/** Slots of the element that have a name; `default` is shown where scripts do not run. */
const SLOTS = ['placeholder', 'loading', 'error'] as const;

/** The element's properties as Vue's. For a boolean, Vue takes the bare name as `true`, as the tag does. */
const runtimeProps = Object.fromEntries(
  Object.entries<PropertyDeclarations[string]>(RoomElement.properties).map(([name, { type }]) => [
    name,
    { type: type === Boolean ? Boolean : null, default: undefined },
  ]),
) as ComponentObjectPropsOptions<RoomProperties>;

/**
 * `<livewebinar-room>` as a Vue component. It needs no `isCustomElement`.
 *
 * @example
 * <LivewebinarRoom license-key="123-123-123" :nickname="name" @ready="open = true" />
 */
export const LivewebinarRoom = defineComponent<
  RoomProperties,
  LivewebinarRoomEmits,
  keyof LivewebinarRoomEmits,
  SlotsType<Record<'default' | (typeof SLOTS)[number], void>>
>(
  (props, { emit, slots }) => {
    const room = shallowRef<RoomElement>();
    watchEffect(() => Object.assign(room.value ?? {}, props), { flush: 'post' });
    return () =>
      h(
        'livewebinar-room',
        {
          ref: room,
          onLivewebinarReady: (event: LivewebinarReadyEvent) => emit('ready', event),
          onLivewebinarError: (event: LivewebinarErrorEvent) => emit('error', event),
          onLivewebinarStatechange: (event: LivewebinarStateChangeEvent) =>
            emit('stateChange', event),
        },
        [
          slots.default?.(),
          SLOTS.map(
            (slot) => slots[slot] && h('div', { slot, style: 'display: contents' }, slots[slot]()),
          ),
        ],
      );
  },
  {
    name: 'LivewebinarRoom',
    props: runtimeProps,
    emits: ['ready', 'error', 'stateChange'],
  },
);
