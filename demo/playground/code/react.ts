import type { Appearance } from '../appearance.js';
import type { RoomOptions } from '../settings.js';
import { toBraced } from './quote.js';

/** Writes a component for React. */
export function writeReact(options: RoomOptions, appearance: Appearance): string {
  return `import { LivewebinarRoom } from 'livewebinar-room/react';

export function Webinar() {
  return (
    <LivewebinarRoom
${Object.entries({ ...options, ...appearance })
  .map(([name, value]) => `      ${toBraced(name, value)}`)
  .join('\n')}
    />
  );
}`;
}
