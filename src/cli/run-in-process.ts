import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createFailure, type Outcome } from './doctor.js';

/** Maximum time that a page may keep a terminal or a CI job waiting. */
const DEADLINE_MS = 8500;

/** Name of the internal command that the process runs. */
export const EXAMINE = 'examine';

/**
 * Runs the doctor in a process that can be stopped at any time, because a page determines how long parsing and
 * matching take.
 *
 * @param main URL of the file that handles the commands.
 */
export function runInProcess(
  main: string,
  args: string[],
  deadlineMs = DEADLINE_MS,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(main), [EXAMINE, ...args], { silent: true });
    const end = (outcome: Outcome) => {
      clearTimeout(timer);
      resolve(outcome);
      // A pending DNS lookup would delay the end of the process.
      child.kill('SIGKILL');
    };
    const timer = setTimeout(
      () => end(createFailure(args, 'The page takes too long to examine.')),
      deadlineMs,
    );
    child
      .on('message', (outcome) => end(outcome as Outcome))
      .on('exit', () =>
        end(createFailure(args, 'The page is too large or too unusual to examine.')),
      );
  });
}
