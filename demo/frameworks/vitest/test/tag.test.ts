import 'livewebinar-room';
import { expect, it } from 'vitest';

it('renders the button that opens the room', async () => {
  document.body.innerHTML =
    '<livewebinar-room license-key="123-123-123" loading="click"></livewebinar-room>';
  const room = document.querySelector('livewebinar-room')!;
  await room.updateComplete;
  const button = room.shadowRoot!.querySelector('button')!;
  expect(button.textContent.trim()).toBe('Join the room');
  button.click();
  expect(room.state).toBe('loading');
});
