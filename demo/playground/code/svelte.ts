import type { RoomOptions } from '../settings.js';
import { toBraced, toKebab } from './quote.js';

/** Writes a component for Svelte. What is an attribute stays one, so that a server can render it. */
export function writeSvelte(options: RoomOptions): string {
  return `<script>
  import 'livewebinar-room';
</script>

<livewebinar-room
${Object.entries(options)
  .map(([name, value]) => `  ${toBraced(typeof value === 'object' ? name : toKebab(name), value)}`)
  .join('\n')}
></livewebinar-room>`;
}
