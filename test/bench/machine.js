import { execFileSync } from 'node:child_process';
import os from 'node:os';
import { ROOT } from './paths.js';

const git = (...args) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();

/** Describes what the numbers depend on besides the code. */
export const describeMachine = () => ({
  processor: os.cpus()[0]?.model,
  cores: os.cpus().length,
  memory: `${Math.round(os.totalmem() / 2 ** 30)} GiB`,
  system: `${os.type()} ${os.arch()}`,
  node: process.version,
  load: os.loadavg().map((load) => Number(load.toFixed(2))),
  commit:
    git('rev-parse', '--short', 'HEAD') +
    (git('status', '--porcelain', 'src') ? ' and changes' : ''),
  date: new Date().toISOString(),
});
