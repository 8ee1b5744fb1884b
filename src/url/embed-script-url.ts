import { checkOptions, checkOrigin, invalidOption } from './check.js';
import { EMBED_ORIGIN, nameByVendorName, OPTIONS, type EmbedOptions } from './options.js';
import { encode } from './query.js';

/**
 * Builds the address of the vendor's embed script, which opens the room in the element whose `id`
 * is `containerId`. Empty options are left out; `t` and `_license_key` come first.
 *
 * @param options.origin Where `/em` is; wins over `room.embedOrigin`. An http(s) origin.
 * @throws {LivewebinarError} `missing-license-key` or `invalid-option`, the latter also if
 *   `embedOptions` names something that has an option of its own.
 * @example
 * buildEmbedScriptUrl({ licenseKey: '123-123-123', nickname: "O'Brien" });
 * // "https://embed.livewebinar.com/em?t=123-123-123&_license_key=123-123-123&_nickname=O'Brien"
 */
export function buildEmbedScriptUrl(room: EmbedOptions, options: { origin?: string } = {}): string {
  const checked = checkOptions(room);
  const origin = checkOrigin('embedOrigin', options.origin || room.embedOrigin || EMBED_ORIGIN);
  const pairs: [string, string][] = [['t', checked.licenseKey]];
  for (const { name, embed } of OPTIONS) {
    const value = checked[name];
    if (value) pairs.push([embed, value]);
  }
  for (const [key, value] of Object.entries(room.embedOptions ?? {})) {
    const ours = nameByVendorName.get(key);
    if (ours) throw invalidOption('embedOptions', `cannot set ${key}: use ${ours}`);
    if (value !== '') pairs.push([key, String(value)]);
  }
  return `${origin}/em?${pairs.map(([key, value]) => `${encode(key)}=${encode(value)}`).join('&')}`;
}
