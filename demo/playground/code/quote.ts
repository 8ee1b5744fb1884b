/**
 * Writes a text as a JavaScript string. `<` is escaped, so that no `</script>` in it can end the
 * script around it.
 */
export function quoteJs(text: string): string {
  const quoted = JSON.stringify(text).replace(/</g, '\\u003c');
  return /['\\]/.test(quoted) ? quoted : `'${quoted.slice(1, -1)}'`;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '"': '&quot;',
  '<': '&lt;',
  '>': '&gt;',
  // A parser turns a bare carriage return into a line feed.
  '\r': '&#13;',
};

/** Escapes a text for HTML, for content and quoted attribute values alike. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&"<>\r]/g, (character) => ENTITIES[character]!);

/** Writes a text as an attribute value of HTML, in double quotes. */
export const quoteHtml = (text: string): string => `"${escapeHtml(text)}"`;

/** Writes a value as a JavaScript expression. */
export function toJs(value: string | number | boolean | Readonly<Record<string, string>>): string {
  if (typeof value === 'string') return quoteJs(value);
  if (typeof value !== 'object') return String(value);
  const pairs = Object.entries(value).map(([name, text]) => `${toKey(name)}: ${quoteJs(text)}`);
  return `{ ${pairs.join(', ')} }`;
}

/** Writes a property name. `__proto__` as a plain key would set the prototype. */
function toKey(name: string): string {
  if (/^[A-Za-z_$][\w$]*$/.test(name) && name !== '__proto__') return name;
  return /^[\w-]+$/.test(name) && name !== '__proto__' ? `'${name}'` : `[${quoteJs(name)}]`;
}

/**
 * Writes an attribute as in JSX and Svelte. Their quoted texts know no escapes of JavaScript, so
 * anything that is not plain becomes an expression in braces.
 */
export function toBraced(name: string, value: Parameters<typeof toJs>[0]): string {
  if (value === true) return name;
  const isPlain = typeof value === 'string' && /^[^"&{}<>\\\p{C}]*$/u.test(value);
  return isPlain ? `${name}="${value}"` : `${name}={${toJs(value)}}`;
}
