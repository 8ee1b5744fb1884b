import { VISITORS, type Change, type Finding } from './finding.js';

/** Features that a room needs, and what visitors miss without each of them. */
export const FEATURES: Record<string, { visitors: string; what: string }> = {
  camera: { visitors: VISITORS.speakers, what: 'The camera stays off.' },
  microphone: { visitors: VISITORS.speakers, what: 'The microphone stays off.' },
  'display-capture': {
    visitors: 'Everyone who shares a screen',
    what: 'The screen cannot be shared.',
  },
  fullscreen: { visitors: VISITORS.everyone, what: 'The room cannot fill the screen.' },
  autoplay: {
    visitors: VISITORS.everyone,
    what: 'Sound and video do not start before a click in the room.',
  },
};

/** Creates the finding for a page that does not allow a feature to the room. */
export const featureNotAllowed = (feature: string, change: Change): Finding => ({
  rule: 'permissions-policy',
  level: 'error',
  visitors: FEATURES[feature]!.visitors,
  message: `${FEATURES[feature]!.what} The page does not pass the permission on to the room.`,
  change,
});

/** Creates the finding for a page without https. */
export const insecurePage = (host: string): Finding => ({
  rule: 'insecure-page',
  level: 'error',
  visitors: VISITORS.speakers,
  message: 'Browsers have no camera and no microphone on a page without https.',
  change: { where: 'URL', from: `http://${host}`, to: `https://${host}, and a redirect from http` },
});
