import {
  booleanAttribute,
  Directive,
  effect,
  ElementRef,
  inject,
  input,
  output,
} from '@angular/core';
import 'livewebinar-room/define';
import type {
  LivewebinarErrorEvent,
  LivewebinarPhaseChangeEvent,
  LivewebinarReadyEvent,
  LivewebinarStateChangeEvent,
  RoomProperties,
} from 'livewebinar-room';
import { LivewebinarRoom } from 'livewebinar-room/element';

/** A boolean input. The bare attribute binds `''`. */
type Flag = boolean | '' | undefined;

/**
 * Supports `<livewebinar-room>` in Angular templates. Each property of the element is an input with the same
 * name. Add the directive to the `imports` of a component.
 *
 * @example
 * <livewebinar-room #room="livewebinarRoom" licenseKey="123-123-123" (ready)="isOpen.set(true)" />
 * <button (click)="room.element.reload()">Reload</button>
 */
@Directive({
  selector: 'livewebinar-room',
  exportAs: 'livewebinarRoom',
  host: {
    '(livewebinar-ready)': 'ready.emit($event)',
    '(livewebinar-error)': 'error.emit($event)',
    '(livewebinar-statechange)': 'stateChange.emit($event)',
    '(livewebinar-phasechange)': 'phaseChange.emit($event)',
  },
})
export class LivewebinarRoomDirective {
  /** The element, with its methods and its state. */
  readonly element = inject<ElementRef<LivewebinarRoom>>(ElementRef).nativeElement;

  readonly licenseKey = input<RoomProperties['licenseKey']>();
  readonly roleToken = input<RoomProperties['roleToken']>();
  readonly personalToken = input<RoomProperties['personalToken']>();
  readonly registrantToken = input<RoomProperties['registrantToken']>();
  readonly passwordToken = input<RoomProperties['passwordToken']>();
  readonly email = input<RoomProperties['email']>();
  readonly nickname = input<RoomProperties['nickname']>();
  readonly avatarUrl = input<RoomProperties['avatarUrl']>();
  readonly containerId = input<RoomProperties['containerId']>();
  readonly width = input<RoomProperties['width']>();
  readonly height = input<RoomProperties['height']>();
  readonly embedOptions = input<RoomProperties['embedOptions']>();
  readonly embedOrigin = input<RoomProperties['embedOrigin']>();
  readonly roomOrigin = input<RoomProperties['roomOrigin']>();
  readonly mode = input<RoomProperties['mode']>();
  readonly isolated = input<boolean | undefined, Flag>(undefined, { transform: booleanAttribute });
  readonly loading = input<RoomProperties['loading']>();
  readonly timeout = input<RoomProperties['timeout']>();
  readonly controls = input<boolean | undefined, Flag>(undefined, { transform: booleanAttribute });
  readonly label = input<RoomProperties['label']>();
  readonly allow = input<RoomProperties['allow']>();
  readonly whenHidden = input<RoomProperties['whenHidden']>();
  readonly startsAt = input<RoomProperties['startsAt']>();
  readonly endsAt = input<RoomProperties['endsAt']>();
  readonly opensBefore = input<RoomProperties['opensBefore']>();
  readonly askName = input<RoomProperties['askName'], Flag | 'required'>(undefined, {
    transform: (value) => (value === 'required' ? value : booleanAttribute(value)),
  });
  readonly rememberName = input<boolean | undefined, Flag>(undefined, {
    transform: booleanAttribute,
  });
  readonly exclusive = input<boolean | undefined, Flag>(undefined, { transform: booleanAttribute });
  readonly confirmLeave = input<boolean | undefined, Flag>(undefined, {
    transform: booleanAttribute,
  });
  readonly keepAwake = input<boolean | undefined, Flag>(undefined, { transform: booleanAttribute });

  /** Emits each time the room has opened. */
  readonly ready = output<LivewebinarReadyEvent>();
  /** Emits when an attempt to open the room has failed or an open room was lost; `event.willRetry` tells whether another attempt follows. */
  readonly error = output<LivewebinarErrorEvent>();
  /** Emits when `state` has changed; `event.state` is the new one. */
  readonly stateChange = output<LivewebinarStateChangeEvent>();
  /** Emits when the `phase` of a scheduled room has changed; `event.phase` is the new one. */
  readonly phaseChange = output<LivewebinarPhaseChangeEvent>();

  constructor() {
    const previous: RoomProperties = {};
    effect(() => {
      for (const name of Object.keys(LivewebinarRoom.properties) as (keyof RoomProperties)[]) {
        const value = this[name]();
        // An unbound input does not override the attribute.
        if (value === previous[name]) continue;
        Object.assign(previous, { [name]: value });
        Object.assign(this.element, { [name]: value });
      }
    });
  }
}
