import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Returns whether a file can be executed. */
export const isRunnable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Returns the path of a command, or `undefined`. Servers are in `/usr/sbin`, which many users do not have in their PATH. */
export const which = (name) =>
  [...(process.env.PATH ?? '').split(path.delimiter).filter(Boolean), '/usr/sbin']
    .map((dir) => path.join(dir, name))
    .find(isRunnable);

/** Prints and runs a command. Returns whether it succeeded. */
export const run = (command, args) => {
  console.log(`$ ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
};

export const isRoot = process.getuid?.() === 0;

/** Installs Debian packages on systems that have apt. */
export function aptInstall(packages) {
  if (process.platform !== 'linux' || !which('apt-get')) return;
  const [command, ...rest] = isRoot ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  run(command, [...rest, 'update', '-q']);
  run(command, [...rest, 'install', '-y', '-q', '--no-install-recommends', ...packages]);
}
