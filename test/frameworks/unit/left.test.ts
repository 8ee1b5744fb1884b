import 'livewebinar-room';
import { it, vi } from 'vitest';

// Whatever a room does once the page of the test is gone fails the run.
it.each(['', 'mode="iframe"', 'isolated', 'loading="click"', 'confirm-leave', 'lang="pl"'])(
  'may stay in the page after a test with %s',
  async (attributes) => {
    vi.stubGlobal('fetch', () => new Promise(() => {}));
    document.body.insertAdjacentHTML(
      'beforeend',
      `<livewebinar-room license-key="1" ${attributes}></livewebinar-room>`,
    );
    await new Promise((resolve) => setTimeout(resolve));
  },
);
