import { Component, signal } from '@angular/core';
import { LivewebinarRoomDirective } from 'livewebinar-room/angular';

@Component({
  imports: [LivewebinarRoomDirective],
  template: `
    <h1>Angular</h1>
    <p>
      <label>
        Room
        <select (change)="licenseKey.set(select.value)" #select>
          <option value="123-123-123">Morning</option>
          <option value="456-456-456">Afternoon</option>
          <option value="fault-script-404">Out of order</option>
        </select>
      </label>
      <button type="button" (click)="isIn.set(!isIn())">{{ isIn() ? 'Leave' : 'Join' }}</button>
    </p>
    <p>
      <output>{{ message() }}</output>
    </p>
    @if (isIn()) {
      <livewebinar-room
        [licenseKey]="licenseKey()"
        [nickname]="user.name"
        [embedOrigin]="standIn"
        [roomOrigin]="standIn"
        (ready)="message.set('You are in.')"
        (error)="message.set($event.error.code)"
      />
    }
  `,
})
export class RoomPage {
  // The signed-in user of your application.
  readonly user = { name: 'Ada' };

  // The local stand-in for LiveWebinar. Leave both origins out to open rooms of the real one.
  readonly standIn = 'http://localhost:4810';

  readonly licenseKey = signal('123-123-123');
  readonly isIn = signal(true);
  readonly message = signal('');
}
