import { render } from '@testing-library/vue';
import { LivewebinarReadyEvent } from 'livewebinar-room';
import { LivewebinarRoom } from 'livewebinar-room/vue';
import { expect, it } from 'vitest';

it('emits that the room is open', () => {
  const { container, emitted } = render(LivewebinarRoom, {
    props: { licenseKey: '123-123-123' },
  });
  container.querySelector('livewebinar-room')!.dispatchEvent(new LivewebinarReadyEvent());
  expect(emitted('ready')).toHaveLength(1);
});
