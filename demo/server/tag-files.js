// @ts-check
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** @param {string} path */
const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds the files of the tag from their sources, in memory: `livewebinar-room.min.js` and what it loads on
 * demand. An application of your own serves `dist/cdn` of the package instead.
 *
 * @returns {Promise<Map<string, string>>} Contents by path.
 */
export async function buildTagFiles() {
  const built = await build({
    root: at('../..'),
    configFile: at('../../vite.config.ts'),
    mode: 'cdn',
    logLevel: 'error',
    build: { write: false, sourcemap: false },
  });
  const [output] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ ([built].flat());
  return new Map(
    output?.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : [])),
  );
}
