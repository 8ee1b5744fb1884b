import type { Translation } from './translation.js';

const en: Translation = {
  $code: 'en',
  $name: 'English',
  $dir: 'ltr',
  label: 'Webinar room',
  join: 'Join the room',
  noRoom: 'No room has been chosen yet.',
  opening: 'Opening the room…',
  slow: 'This is taking longer than usual.',
  opened: 'The room is open.',
  retry: 'Try again',
  newTab: 'Open the room in a new tab',
  enterFullscreen: 'Full screen',
  leaveFullscreen: 'Leave full screen',
  insecure:
    'Camera and microphone need a secure page (https). Open the room in a new tab to use them.',
  'missing-license-key': 'No room has been chosen yet.',
  'invalid-option': 'This room is not set up correctly. Please tell the owner of this website.',
  'script-failed': 'The room could not be reached. An ad blocker or the network may be in the way.',
  'script-blocked': 'The security settings of this website do not let the room open here.',
  timeout: 'The room did not open in time.',
  offline: 'You are offline. The room opens as soon as you are back online.',
};

export default en;
