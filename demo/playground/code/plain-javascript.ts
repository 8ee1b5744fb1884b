import { toCssText, type Appearance } from '../appearance.js';
import type { RoomOptions } from '../settings.js';
import { toJs } from './quote.js';

/** Writes a module that creates the room and appends it to a page. */
export function writeJavaScript(options: RoomOptions, { lang, style }: Appearance): string {
  const values = { ...options, ...(lang && { lang }), ...(style && { style: toCssText(style) }) };
  return `import 'livewebinar-room';

const room = document.createElement('livewebinar-room');
Object.assign(room, {
${Object.entries(values)
  .map(([name, value]) => `  ${name}: ${toJs(value)},`)
  .join('\n')}
});
document.querySelector('main').append(room);`;
}
