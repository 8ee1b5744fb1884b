import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import 'livewebinar-room';
import type { LivewebinarErrorEvent } from 'livewebinar-room';

@Component({
  // Lets the template use a tag that is no Angular component. Its events are typed; its properties are not checked.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
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
        nickname="Ada"
        [embedOrigin]="standIn"
        [roomOrigin]="standIn"
        (livewebinar-ready)="message.set('You are in.')"
        (livewebinar-error)="showError($event)"
      />
    }
  `,
})
export class RoomPage {
  // The local stand-in for LiveWebinar; leave both origins out for the real one.
  readonly standIn = 'http://localhost:4810';
  readonly licenseKey = signal('123-123-123');
  readonly isIn = signal(true);
  readonly message = signal('');

  showError({ error }: LivewebinarErrorEvent): void {
    this.message.set(error.code);
  }
}
