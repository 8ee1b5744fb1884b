import type { PropertyDeclarations } from 'lit';
import {
  defineComponent,
  h,
  shallowRef,
  watchEffect,
  type ComponentObjectPropsOptions,
  type DefineSetupFnComponent,
  type SlotsType,
} from 'vue';
import '../define.js';
import type {
  LivewebinarErrorEvent,
  LivewebinarPhaseChangeEvent,
  LivewebinarReadyEvent,
  LivewebinarStateChangeEvent,
} from '../events.js';
import { LivewebinarRoom as RoomElement } from '../livewebinar-room.js';
import type { RoomProperties } from '../room-properties.js';

/** Events of {@link LivewebinarRoom}. */
export type LivewebinarRoomEmits = {
  /** Emitted each time the room has opened. */
  ready: (event: LivewebinarReadyEvent) => void;
  /** Emitted when an attempt to open the room has failed or an open room was lost; `event.willRetry` tells whether another attempt follows. */
  error: (event: LivewebinarErrorEvent) => void;
  /** Emitted when `state` has changed; `event.state` is the new one. */
  stateChange: (event: LivewebinarStateChangeEvent) => void;
  /** Emitted when the `phase` of a scheduled room has changed; `event.phase` is the new one. */
  phaseChange: (event: LivewebinarPhaseChangeEvent) => void;
};

/** The element that the component renders, its `$el`. */
export type LivewebinarRoomElement = RoomElement;

/** The element's named slots. */
const SLOTS = ['placeholder', 'loading', 'error', 'countdown', 'ended'] as const;
const METHODS = ['load', 'reload', 'unload', 'toggleFullscreen', 'whenReady', 'diagnose'] as const;

/** The element's methods, which a template ref to {@link LivewebinarRoom} has. */
export type LivewebinarRoomMethods = Pick<RoomElement, (typeof METHODS)[number]>;

/** The element's properties as Vue props. Vue converts a prop without a value to `true` only if its type is Boolean. */
const runtimeProps = Object.fromEntries(
  Object.entries<PropertyDeclarations[string]>(RoomElement.properties).map(([name, { type }]) => [
    name,
    // The element converts text such as `controls="false"` itself.
    { type: type === Boolean ? [Boolean, String] : null, default: undefined },
  ]),
) as ComponentObjectPropsOptions<RoomProperties>;

type RoomSlots = SlotsType<Record<'default' | (typeof SLOTS)[number], void>>;
type Component = DefineSetupFnComponent<RoomProperties, LivewebinarRoomEmits, RoomSlots>;

/**
 * Renders `<livewebinar-room>`, without `isCustomElement` in the Vue configuration. A template ref has the
 * element's methods, such as `reload()`.
 *
 * @example
 * <LivewebinarRoom license-key="123-123-123" :nickname="user.name" @ready="open = true" />
 */
export const LivewebinarRoom = defineComponent<
  RoomProperties,
  LivewebinarRoomEmits,
  keyof LivewebinarRoomEmits,
  RoomSlots
>(
  (props, { emit, expose, slots }) => {
    const room = shallowRef<RoomElement>();
    watchEffect(() => Object.assign(room.value ?? {}, props), { flush: 'post' });
    expose(Object.fromEntries(METHODS.map((method) => [method, () => room.value?.[method]()])));
    return () =>
      h(
        'livewebinar-room',
        {
          ref: room,
          onLivewebinarReady: (event: LivewebinarReadyEvent) => emit('ready', event),
          onLivewebinarError: (event: LivewebinarErrorEvent) => emit('error', event),
          onLivewebinarStatechange: (event: LivewebinarStateChangeEvent) =>
            emit('stateChange', event),
          onLivewebinarPhasechange: (event: LivewebinarPhaseChangeEvent) =>
            emit('phaseChange', event),
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
    emits: ['ready', 'error', 'stateChange', 'phaseChange'],
  },
) as unknown as new (
  ...args: ConstructorParameters<Component>
) => InstanceType<Component> & LivewebinarRoomMethods;
