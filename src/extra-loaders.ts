import type { ExtraLoader } from './gates/extra-interface.js';

/**
 * Returns whether camera or microphone may be unavailable. The notice determines the reason once its file has
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

/** The loaders of all extras. Each loads its file only if a room needs the extra. */
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
