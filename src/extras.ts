import type { ExtraSource } from './gates/extra.js';

/** The extras of the element. */
export const EXTRAS: readonly ExtraSource[] = [];
