import type { ExtraLoader } from './gates/extra-interface.js';

/**
 * Returns whether camera and microphone may be unavailable. The notice examines the reason once it is
 * loaded.
 */
function mayLackMedia(): boolean {
  // Servers and jsdom have no such property.
  if (globalThis.isSecureContext === undefined) return false;
  if (!isSecureContext || !navigator.mediaDevices) return true;
  const { featurePolicy } = document as Document & {
    featurePolicy?: { allowsFeature(feature: string): boolean };
  };
  return featurePolicy
    ? !featurePolicy.allowsFeature('camera') || !featurePolicy.allowsFeature('microphone')
    : window.top !== window;
}

/** Loads each extra of the element if its condition applies. */
export const EXTRA_LOADERS: readonly ExtraLoader[] = [
  {
    isGate: true,
    isNeeded: (host) => Boolean(host.startsAt || host.endsAt),
    load: () => import('./gates/schedule.js'),
  },
  {
    isGate: true,
    isNeeded: (host) => Boolean(host.askName),
    load: () => import('./gates/name-form.js'),
  },
  { isGate: true, isNeeded: (host) => host.exclusive, load: () => import('./gates/exclusive.js') },
  {
    isNeeded: (host) => host.whenHidden === 'leave',
    load: () => import('./controllers/when-hidden.js'),
  },
  { isNeeded: (host) => host.confirmLeave, load: () => import('./controllers/confirm-leave.js') },
  { isNeeded: (host) => host.keepAwake, load: () => import('./controllers/keep-awake.js') },
  { isNeeded: mayLackMedia, load: () => import('./controllers/media-notice.js') },
];
