import type { CoreTerms } from '../translation.js';

/** The English texts that every page loads. */
const english: CoreTerms = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr',
  label: 'Webinar room',
  join: 'Join the room',
  left: 'You have left the room.',
  leftForTab: 'You opened the room in another tab.',
  joinAgain: 'Join here again',
  opening: 'Opening the room…',
  slow: 'This is taking longer than usual.',
  opened: 'The room is open.',
  retry: 'Try again',
  newTab: 'Open in a new tab',
  fullscreen: 'Full screen',
  leaveFullscreen: 'Leave full screen',
  'missing-license-key': 'No room has been chosen yet.',
  'invalid-option': 'This room is not set up correctly; please tell the owner of this website.',
  'script-failed': 'The room cannot be reached: the network or an ad blocker may be in the way.',
  'script-blocked': 'The security settings of this website do not let the room open here.',
  timeout: 'The room did not open in time.',
  offline: 'You are offline; the room opens as soon as you are back online.',
  'frame-removed': 'Something on this page closed the room. Try again, or open it in a new tab.',
};

export default english;
