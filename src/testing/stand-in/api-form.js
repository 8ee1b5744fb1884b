/**
 * Reads a form as PHP does: `form[id]=7` becomes `{ form: { id: '7' } }`.
 *
 * @param {string} body
 */
export function parseForm(body) {
  const fields = Object.create(null);
  for (const [name, value] of new URLSearchParams(body)) {
    const path = name.replace(/\]/g, '').split('[');
    const last = path.pop() ?? '';
    let at = fields;
    for (const key of path) at = at[key] ??= Object.create(null);
    at[last] = value;
  }
  return fields;
}
