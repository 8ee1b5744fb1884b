import { toCssText, type Appearance } from '../appearance.js';
import type { RoomOptions } from '../settings.js';
import { quoteHtml, toJs } from './quote.js';

/**
 * Writes a component for Angular. Values of the room are in the class only: in a template,
 * backticks, `\${`, braces and `@` would each have a meaning. Those of the appearance are plain.
 */
export function writeAngular(options: RoomOptions, { lang, style }: Appearance): string {
  const entries = Object.entries(options);
  const attributes = [
    ...(lang ? [`lang=${quoteHtml(lang)}`] : []),
    ...(style ? [`style=${quoteHtml(toCssText(style))}`] : []),
    ...entries.map(([name]) => `[${name}]="room.${name}"`),
  ];
  return `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import 'livewebinar-room';

@Component({
  selector: 'app-webinar',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
    <livewebinar-room
${attributes.map((attribute) => `      ${attribute}`).join('\n')}
    ></livewebinar-room>
  \`,
})
export class Webinar {
  readonly room = {
${entries.map(([name, value]) => `    ${name}: ${toJs(value)},`).join('\n')}
  };
}`;
}
