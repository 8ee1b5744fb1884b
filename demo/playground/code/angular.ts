import type { RoomOptions } from '../settings.js';
import { toJs } from './quote.js';

/**
 * Writes a component for Angular. Values stand in the class alone: in a template, backticks, `\${`,
 * braces and `@` would each mean something.
 */
export function writeAngular(options: RoomOptions): string {
  const entries = Object.entries(options);
  return `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import 'livewebinar-room';

@Component({
  selector: 'app-webinar',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
    <livewebinar-room
${entries.map(([name]) => `      [${name}]="room.${name}"`).join('\n')}
    ></livewebinar-room>
  \`,
})
export class Webinar {
  readonly room = {
${entries.map(([name, value]) => `    ${name}: ${toJs(value)},`).join('\n')}
  };
}`;
}
