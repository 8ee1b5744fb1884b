import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import type { LivewebinarRoom, LivewebinarErrorEvent } from 'livewebinar-room';
import 'livewebinar-room';

@Component({
  selector: 'app-uses',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <livewebinar-room #room license-key="1" (livewebinar-error)="show($event)" />
    <button (click)="reload(room)">Reload</button>
    <livewebinar-room (livewebinar-ready)="show($event)" /><!-- wrong -->
    <livewebinar-room (livewebinar-error)="move($event)" /><!-- wrong -->
    <p #text></p>
    <button (click)="reload(text)">Reload</button><!-- wrong -->
  `,
})
export class Uses {
  show({ error }: LivewebinarErrorEvent): string {
    return error.code;
  }
  move(event: MouseEvent): number {
    return event.x;
  }
  reload(room: LivewebinarRoom): void {
    room.reload();
  }
}
