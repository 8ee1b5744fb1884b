import { LivewebinarError, LivewebinarErrorEvent, LivewebinarReadyEvent } from 'livewebinar-room';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { showOpenDay } from './open-day.js';

beforeEach(() => showOpenDay(document.body));
afterEach(() => document.body.replaceChildren());
const fire = (event) => document.querySelector('livewebinar-room').dispatchEvent(event);

test('welcomes visitors once the room is open', () => {
  fire(new LivewebinarReadyEvent());
  expect(document.body.textContent).toContain('Welcome!');
});

test('gives another way when the room cannot open', () => {
  fire(new LivewebinarErrorEvent(new LivewebinarError('timeout', 'No room'), 3, false));
  expect(document.body.textContent).toContain('Please call us (timeout).');
});
