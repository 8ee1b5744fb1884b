import { toCssText, type Appearance } from '../appearance.js';
import type { RoomOptions } from '../settings.js';
import { toKebabCase } from '../../../src/url/to-kebab-case.js';
import { toBraced } from './quote.js';

/** Writes a component for Svelte. It uses attributes where there are any, so that a server can render it. */
export function writeSvelte(options: RoomOptions, { lang, style }: Appearance): string {
  const values = { ...options, ...(lang && { lang }), ...(style && { style: toCssText(style) }) };
  return `<script>
  import 'livewebinar-room';
</script>

<livewebinar-room
${Object.entries(values)
  .map(
    ([name, value]) => `  ${toBraced(typeof value === 'object' ? name : toKebabCase(name), value)}`,
  )
  .join('\n')}
></livewebinar-room>`;
}
