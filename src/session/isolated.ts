import { CONTAINER_ID } from '../url/vendor-constants.js';
import { guard, type Attempt } from './attempt.js';
import { createIframe } from './create-iframe.js';
import { policyError } from './policy-error.js';
import { runEmbedScript } from './run-embed-script.js';
import type { RoomRequest } from './request.js';

/**
 * Opens a room in an empty iframe, whose document has the page's origin and policies. The vendor's script
 * has its own globals there, so it cannot conflict with another room.
 */
export function openIsolated(request: RoomRequest, attempt: Attempt, stage: HTMLElement): void {
  const { host, label, room } = request;
  const iframe = createIframe(request, attempt.signal);
  let doc: Document | null | undefined;
  iframe.addEventListener(
    'load',
    () => {
      const previous = doc;
      doc = iframe.contentDocument;
      if (!doc) {
        return attempt.fail(
          policyError('The sandbox', 'Add allow-same-origin to it, or set mode="iframe".'),
        );
      }
      // `document.open()` in the iframe fires `load` too.
      if (doc === previous) return;
      if (previous && attempt.reopenIsolated()) return;
      doc.documentElement.lang = host.ownerDocument.documentElement.lang;
      doc.title = label;
      const container = doc.createElement('div');
      container.id = room.containerId || CONTAINER_ID;
      for (const { style } of [doc.documentElement, doc.body, container]) {
        style.height = '100%';
        style.margin = '0';
        style.overflow = 'hidden';
      }
      doc.body.append(container);
      guard(attempt, () => runEmbedScript(container, request, attempt));
    },
    { signal: attempt.signal },
  );
  // Appending an empty iframe fires `load` synchronously.
  stage.append(iframe);
}
