import { fileURLToPath } from 'node:url';

/** This folder. */
export const BENCH = new URL('./', import.meta.url);
/** The repository, with a slash at the end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
