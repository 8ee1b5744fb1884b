import { isLoopback } from './is-loopback.js';

/** Returns the origin from which to load a script. It uses `https:`, except on loopback hosts. */
export const toScriptOrigin = ({ origin, hostname }: URL): string =>
  isLoopback(hostname) ? origin : origin.replace('http:', 'https:');
