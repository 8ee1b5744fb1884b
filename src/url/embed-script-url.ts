import { checkOptions, checkOrigin, checkText, invalidOption } from './check.js';
import { EMBED_ORIGIN, findName, OPTIONS, type EmbedOptions } from './options.js';
import { writeQuery, type Pair } from './query.js';

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
  const given = options.origin || room.embedOrigin;
  const origin = given ? checkOrigin('embedOrigin', given) : EMBED_ORIGIN;
  const further = Object.entries(room.embedOptions ?? {}).map(([key, value]): Pair => {
    const name = findName(OPTIONS, key);
    if (name) throw invalidOption('embedOptions', `cannot set ${key}: use ${name}`);
    return [key, checkText('embedOptions', value)];
  });
  const query = writeQuery([
    ['t', checked.licenseKey],
    ...OPTIONS.map(([name, embed]): Pair => [embed, checked[name]]),
    ...further,
  ]);
  return `${origin}/em?${query}`;
}
