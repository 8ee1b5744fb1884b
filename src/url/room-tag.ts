import { toHttpUrl } from './http-url.js';
import { OPTIONS, type EmbedOptions } from './options.js';
import { toScriptOrigin } from './script-origin.js';
import { normalizeToken } from './token.js';
import { toKebabCase } from './to-kebab-case.js';
import { unescapeHtml } from './unescape.js';
import { validateOption } from './validate.js';
import { EMBED_ORIGIN } from './vendor-constants.js';

const TAG = /<(?:livewebinar-room|LivewebinarRoom)(?=[\s/>])/g;

/** A name, and a value in any quotes, without quotes, or as a JSX string: `{'…'}`. */
const ATTRIBUTE =
  /\s*([^\s"'“”‘’<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|[“”„]([^“”<>]*)[“”]|[‘’]([^‘’<>]*)[‘’]|\{\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`)\s*\}|([^\s"'`“”‘’<>{}=]+?)(?=\s|\/?>|$)|\{[^{}]*\}))?/y;

/** The syntax with which frameworks bind an attribute to an expression. */
const BINDING = /^(?::|v-bind:|\[)(.*?)\]?$/;

/**
 * Finds `<livewebinar-room>` tags in HTML, JSX and templates. Yields the attributes of each tag, by their HTML
 * names, except those whose value is a variable.
 */
export function* findRoomTags(text: string): Generator<Record<string, string>> {
  for (const { 0: start, index } of text.matchAll(TAG)) {
    const attributes: Record<string, string> = {};
    ATTRIBUTE.lastIndex = index + start.length;
    for (let match; (match = ATTRIBUTE.exec(text));) {
      const [whole, name = '', ...values] = match;
      const value = values.find((each) => each !== undefined);
      const bound = BINDING.exec(name)?.[1];
      // The value of an expression is known only if it is a string literal.
      const literal = bound ? /^\s*(["'`])(.*)\1\s*$/s.exec(value ?? '')?.[2] : value;
      if (literal !== undefined) attributes[toKebabCase(bound ?? name)] = unescapeHtml(literal);
      else if (!whole.includes('=')) attributes[toKebabCase(name)] = '';
    }
    yield attributes;
  }
}

/** Returns the options of a tag, or `null` if its license key is missing or invalid. */
export function toEmbedOptions(attributes: Record<string, string>): EmbedOptions | null {
  // HTML attribute names are case-insensitive: `licenseKey` becomes `licensekey`.
  const values = new Map(
    Object.entries(attributes).map(([name, value]) => [
      name.replaceAll('-', '').toLowerCase(),
      value,
    ]),
  );
  const room: Partial<EmbedOptions> = {};
  for (const { name } of OPTIONS) {
    const value = normalizeToken(name, values.get(name.toLowerCase()) ?? '');
    if (value && !validateOption(name, value)) room[name] = value;
  }
  const origin = toHttpUrl(values.get('embedorigin') ?? '');
  if (origin && origin.origin !== EMBED_ORIGIN) room.embedOrigin = toScriptOrigin(origin);
  return room.licenseKey ? (room as EmbedOptions) : null;
}
