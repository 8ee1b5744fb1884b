// @ts-check
import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * Finds the program that listens on a TCP port of this machine.
 *
 * @param {number} port
 * @returns {Promise<string | undefined>} `node (process 4711)`; `undefined` if the system does not expose it.
 */
export const findPortOwner = async (port) => (await askProc(port)) ?? (await askLsof(port));

/**
 * Linux: the socket's inode is in `/proc/net`, and among the open files of its process.
 *
 * @param {number} port
 */
async function askProc(port) {
  const tables = await Promise.all(
    ['tcp', 'tcp6'].map((table) => readFile(`/proc/net/${table}`, 'utf8').catch(() => '')),
  );
  const LISTENING = '0A';
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  const inodes = tables
    .flatMap((table) => table.split('\n'))
    .map((line) => line.trim().split(/\s+/))
    .filter((row) => row[1]?.endsWith(`:${hexPort}`) && row[3] === LISTENING)
    .map((row) => `socket:[${row[9]}]`);
  if (inodes.length === 0) return undefined;
  for (const pid of await readdir('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    const files = await readdir(`/proc/${pid}/fd`).catch(() => []);
    const targets = await Promise.all(
      files.map((file) => readlink(`/proc/${pid}/fd/${file}`).catch(() => '')),
    );
    if (targets.some((target) => inodes.includes(target)))
      return describe((await readFile(`/proc/${pid}/comm`, 'utf8')).trim(), pid);
  }
  return undefined;
}

/**
 * macOS.
 *
 * @param {number} port
 */
async function askLsof(port) {
  const options = ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'];
  const { stdout } = await promisify(execFile)('lsof', options).catch(() => ({ stdout: '' }));
  const [, pid, name] = /^p(\d+)\nc(.+)$/m.exec(stdout) ?? [];
  return name && describe(name, pid);
}

/**
 * @param {string} name
 * @param {string | undefined} pid
 */
const describe = (name, pid) => `${name} (process ${pid})`;
