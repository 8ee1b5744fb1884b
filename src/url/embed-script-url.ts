import { findName, OPTIONS, type EmbedOptions } from './options.js';
import { writeQuery, type Pair } from './query.js';
import { checkOptions, checkOrigin, checkText, invalidOption } from './validate.js';
import { CONTAINER_ID, EMBED_ORIGIN } from './vendor-constants.js';

/**
 * Builds the URL of LiveWebinar's embed script, which opens the room in the element whose `id` is
 * `containerId`. Empty options are omitted; `t` and `_license_key` come first.
 *
 * @param options.origin Origin of the embed script. Takes precedence over `room.embedOrigin`.
 * @throws {LivewebinarError} `missing-license-key` or `invalid-option`, the latter also if
 *   `embedOptions` contains an option that has a property.
 * @example
 * buildEmbedScriptUrl({ licenseKey: '123-123-123', nickname: "O'Brien" });
 * // "https://embed.livewebinar.com/em?t=123-123-123&_license_key=123-123-123&_nickname=O'Brien"
 */
export function buildEmbedScriptUrl(room: EmbedOptions, options?: { origin?: string }): string {
  const checked = checkOptions(OPTIONS, room);
  const custom = options?.origin || room.embedOrigin;
  const origin = custom ? checkOrigin('embedOrigin', custom) : EMBED_ORIGIN;
  const extra = Object.entries(room.embedOptions ?? {}).map(([key, value]): Pair => {
    const name = findName(OPTIONS, key);
    if (name) throw invalidOption('embedOptions', `cannot set ${key}: use ${name}`);
    return [key, checkText('embedOptions', value)];
  });
  const query = writeQuery([
    ['t', checked.licenseKey],
    ...OPTIONS.map(({ name, embedKey }): Pair => [embedKey, checked[name]]),
    ...extra,
  ]);
  return `${origin}/em?${query}`;
}

/** Builds the URL of the embed script that the element loads. Browsers use a preload only if its URL is exactly the same. */
export const buildElementScriptUrl = (room: EmbedOptions): string =>
  buildEmbedScriptUrl({
    ...room,
    containerId: room.containerId || CONTAINER_ID,
    width: room.width || '100%',
    height: room.height || '100%',
  });
