/** Permissions that a webinar can need. Browsers still ask the visitor before they grant them. */
export const IFRAME_PERMISSIONS: readonly string[] = [
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

/**
 * Merges `allow` into the built-in permissions. A permission in `allow` overrides the built-in one for the same
 * feature, as in `camera 'none'`.
 */
export function mergePermissions(allow: string): string {
  const custom = allow.split(';').map((permission) => permission.trim());
  const isCustom = (feature: string) =>
    custom.some((permission) => permission.split(/\s/, 1)[0] === feature);
  return [...IFRAME_PERMISSIONS.filter((feature) => !isCustom(feature)), ...custom]
    .filter(Boolean)
    .join('; ');
}
