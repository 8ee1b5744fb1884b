import { isLoopback } from './is-loopback.js';

/** Returns the origin to load a script from: over https, except on this machine. */
export const toScriptOrigin = ({ origin, hostname }: URL): string =>
  isLoopback(hostname) ? origin : origin.replace('http:', 'https:');
