import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

export const isRunnable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Where a command is, or undefined. Servers are in the system's own folder, which not everyone's PATH has. */
export const which = (name) =>
  [...(process.env.PATH ?? '').split(path.delimiter).filter(Boolean), '/usr/sbin']
    .map((dir) => path.join(dir, name))
    .find(isRunnable);

/** Runs a command and says so; tells whether it worked. */
export const run = (command, args) => {
  console.log(`$ ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
};

export const isRoot = process.getuid?.() === 0;

/** Installs Debian packages, where there are such. */
export function aptInstall(packages) {
  if (process.platform !== 'linux' || !which('apt-get')) return;
  const [command, ...rest] = isRoot ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  run(command, [...rest, 'update', '-q']);
  run(command, [...rest, 'install', '-y', '-q', '--no-install-recommends', ...packages]);
}
