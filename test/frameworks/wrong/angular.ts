import { Component } from '@angular/core';
import type { LivewebinarErrorEvent, LivewebinarRoom } from 'livewebinar-room';
import { LivewebinarRoomDirective } from 'livewebinar-room/angular';

@Component({
  selector: 'app-uses',
  imports: [LivewebinarRoomDirective],
  template: `
    <livewebinar-room #room="livewebinarRoom" licenseKey="1" controls [timeout]="5000" />
    <button (click)="reload(room.element)">Reload</button>
    <livewebinar-room #tag [mode]="'iframe'" (error)="show($event)" class="room" />
    <button (click)="reload(tag)">Reload</button>
    <livewebinar-room [licenseKey]="5" /><!-- wrong -->
    <livewebinar-room [nikname]="'Ada'" /><!-- wrong -->
    <livewebinar-room mode="popup" /><!-- wrong -->
    <livewebinar-room timeout="soon" /><!-- wrong -->
    <livewebinar-room [controls]="'no'" /><!-- wrong -->
    <livewebinar-room [state]="'ready'" /><!-- wrong -->
    <livewebinar-room (ready)="show($event)" /><!-- wrong -->
    <livewebinar-room (error)="move($event)" /><!-- wrong -->
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
