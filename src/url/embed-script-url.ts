import { checkOptions, checkOrigin, checkText, invalidOption } from './check.js';
import { EMBED_ORIGIN, findOption, OPTIONS, type EmbedOptions } from './options.js';
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
  const pairs = [['t', checked.licenseKey]];
  for (const { name, embed } of OPTIONS) pairs.push([embed, checked[name] ?? '']);
  for (const [key, value] of Object.entries(room.embedOptions ?? {})) {
    const option = findOption(OPTIONS, key);
    if (option) throw invalidOption('embedOptions', `cannot set ${key}: use ${option.name}`);
    pairs.push([key, checkText('embedOptions', value)]);
  }
  const query = pairs.filter(([, value]) => value).map((pair) => pair.map(encode).join('='));
  return `${origin}/em?${query.join('&')}`;
}
