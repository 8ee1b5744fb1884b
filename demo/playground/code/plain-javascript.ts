import type { RoomOptions } from '../settings.js';
import { toJs } from './quote.js';

/** Writes a module that makes the room and puts it into a page. */
export function writeJavaScript(options: RoomOptions): string {
  return `import 'livewebinar-room';

const room = document.createElement('livewebinar-room');
Object.assign(room, {
${Object.entries(options)
  .map(([name, value]) => `  ${name}: ${toJs(value)},`)
  .join('\n')}
});
document.querySelector('main').append(room);`;
}
