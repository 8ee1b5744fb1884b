#!/usr/bin/env node
import { runDoctor } from './doctor.js';
import { EXAMINE, runInProcess } from './run-in-process.js';
import { runStandIn } from './stand-in.js';

const HELP = `Usage: livewebinar-room <command>

Commands:
  doctor     Checks a page with a room, and lists what to change
  stand-in   Runs a local stand-in for LiveWebinar, for development and tests

livewebinar-room <command> --help describes a command.
`;

const [name, ...args] = process.argv.slice(2);
if (name === 'stand-in') process.exitCode = await runStandIn(args);
else if (name === 'doctor') {
  const { code, out, err } = await runInProcess(import.meta.url, args);
  process.stdout.write(out);
  process.stderr.write(err);
  process.exitCode = code;
} else if (name === EXAMINE && process.send) {
  process.send(await runDoctor(args));
} else {
  const isHelp = name === '--help' || name === '-h';
  (isHelp ? process.stdout : process.stderr).write(HELP);
  process.exitCode = isHelp ? 0 : 2;
}
