import { GROUPS } from './fields.js';
import { findPlace } from './places.js';
import { DEFAULTS, SECRETS, isToken, readEmbedOptions, type Settings } from './settings.js';

/** Settings that a shared link never contains, because they identify or admit a person. */
const PRIVATE: ReadonlySet<string> = new Set([...Object.keys(SECRETS), 'email']);

/** Writes the settings that differ from the defaults into the fragment of a URL, which no server receives. */
export function writeShareLink(page: string, settings: Settings, placeName: string): string {
  const parameters = new URLSearchParams({ place: placeName });
  for (const [name, value] of Object.entries(settings)) {
    if (value !== DEFAULTS[name as keyof Settings] && !PRIVATE.has(name)) {
      parameters.set(name, name === 'embedOptions' ? withoutTokens(String(value)) : String(value));
    }
  }
  const url = new URL(page);
  url.hash = parameters.toString();
  return url.href;
}

const withoutTokens = (lines: string) =>
  Object.entries(readEmbedOptions(lines))
    .filter(([name]) => !isToken(name))
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');

/** Reads the fragment of a shared link. Ignores unknown settings and values. */
export function readShareLink(
  hash: string,
): { settings: Partial<Settings>; placeName: string } | null {
  const parameters = new URLSearchParams(hash.replace(/^#/, ''));
  const placeName = parameters.get('place') ?? '';
  if (!findPlace(placeName)) return null;
  const settings: Record<string, string | boolean> = {};
  for (const { name, choices } of GROUPS.flatMap(({ fields }) => fields)) {
    const value = parameters.get(name);
    if (value === null || PRIVATE.has(name)) continue;
    if (typeof DEFAULTS[name] === 'boolean') settings[name] = value === 'true';
    else if (!choices || name === 'language' || value in choices) settings[name] = value;
  }
  return { settings: settings, placeName };
}
