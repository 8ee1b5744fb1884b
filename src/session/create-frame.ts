import { onAbort, type RoomRequest } from './attempt.js';

/** Own addresses carry role tokens in their path: the vendor learns the origin, no more. */
export const REFERRER_POLICY = 'strict-origin';

/** What a webinar may need of the browser. The browser still asks the visitor where it always does. */
export const PERMISSIONS = [
  'camera',
  'microphone',
  'display-capture',
  'fullscreen',
  'autoplay',
  'picture-in-picture',
  'screen-wake-lock',
  'speaker-selection',
  'clipboard-write',
  'encrypted-media',
];

/** Makes a frame as rooms need it; it goes when the signal aborts. */
export function createFrame({ label, allow }: RoomRequest, signal: AbortSignal): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = label;
  frame.allow = [...PERMISSIONS, allow].join('; ');
  frame.referrerPolicy = REFERRER_POLICY;
  onAbort(signal, () => frame.remove());
  return frame;
}
