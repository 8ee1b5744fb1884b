import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { failed, type Outcome } from './doctor.js';

/** No page may keep a terminal or a CI job waiting for longer. */
const DEADLINE_MS = 8500;

/** The command of the process that examines the page. */
export const EXAMINE = 'examine';

/**
 * Runs the doctor in a process that can be stopped at any time: a page determines how long parsing it and
 * matching its parts takes.
 *
 * @param main URL of the file of the command.
 */
export function runInProcess(
  main: string,
  args: string[],
  deadline = DEADLINE_MS,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(main), [EXAMINE, ...args], { silent: true });
    const end = (outcome: Outcome) => {
      clearTimeout(timer);
      resolve(outcome);
      // A look-up of a host name can still be pending, and would delay its end.
      child.kill('SIGKILL');
    };
    const timer = setTimeout(
      () => end(failed(args, 'The page takes too long to examine.')),
      deadline,
    );
    child
      .on('message', (outcome) => end(outcome as Outcome))
      .on('exit', () => end(failed(args, 'The page is too large or too unusual to examine.')));
  });
}
