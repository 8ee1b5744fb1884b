import type { Translation } from './translation.js';

/** The languages beside English that have not been loaded yet, each in a file of its own. */
export const LOADERS = new Map<string, () => Promise<{ default: Translation }>>([]);
