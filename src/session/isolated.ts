import { CONTAINER_ID } from '../url/vendor.js';
import { onAbort, runAttempt, type Attempt, type RoomRequest } from './attempt.js';
import { createFrame } from './create-frame.js';
import { embed } from './embed.js';
import { blocked } from './page-policy.js';

/**
 * Opens a room in a document of its own: an empty frame of the page's origin, under the page's
 * policy. The vendor's script has its own globals there and cannot meet another room.
 */
export function openIsolated(request: RoomRequest, attempt: Attempt): void {
  const frame = createFrame(request, attempt.signal);
  let page: Document | null | undefined;
  frame.addEventListener(
    'load',
    () => {
      const before = page;
      page = frame.contentDocument;
      if (!page) return attempt.fail(blocked('sandbox'));
      // `document.open()` in there ends in a load as well.
      if (page === before) return;
      if (before && attempt.restart()) return;
      page.documentElement.lang = document.documentElement.lang;
      page.title = request.label;
      const container = page.createElement('div');
      container.id = request.room.containerId || CONTAINER_ID;
      for (const { style } of [page.documentElement, page.body, container]) {
        style.height = '100%';
        style.margin = '0';
        style.overflow = 'hidden';
      }
      page.body.append(container);
      // jsdom accepts only signals of the same window.
      const run = new page.defaultView!.AbortController();
      onAbort(attempt.signal, () => run.abort());
      runAttempt(attempt, () => embed(container, request, { ...attempt, signal: run.signal }));
    },
    { signal: attempt.signal },
  );
  // An empty frame is loaded, and the listener called, before this returns.
  request.stage.append(frame);
}
