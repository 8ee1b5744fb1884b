import { VISITORS, type Change, type Finding } from './finding.js';

/** Features that a room needs, the visitors who need each of them, and what happens without it. */
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

/** Creates the finding for a page that does not allow the room a feature. */
export const createFeatureFinding = (feature: string, change: Change): Finding => ({
  rule: 'permissions-policy',
  level: 'error',
  visitors: FEATURES[feature]!.visitors,
  message: `${FEATURES[feature]!.what} The page does not pass the permission on to the room.`,
  change,
});

/** Creates the finding for a page without https. */
export const createInsecurePageFinding = (host: string): Finding => ({
  rule: 'insecure-page',
  level: 'error',
  visitors: VISITORS.speakers,
  message: 'Without https, browsers provide no camera and no microphone.',
  change: { where: 'URL', from: `http://${host}`, to: `https://${host}, and a redirect from http` },
});
