#!/usr/bin/env node
import { runDoctor } from './doctor.js';
import { runStandIn } from './stand-in.js';

const HELP = `Usage: livewebinar-room <command>

Commands:
  doctor     Examines a page with a room, and tells what to change
  stand-in   Runs a local stand-in for LiveWebinar, for development and tests

livewebinar-room <command> --help describes a command.
`;

const COMMANDS: Record<string, (args: string[]) => Promise<number>> = {
  doctor: runDoctor,
  'stand-in': runStandIn,
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (command) {
  process.exitCode = await command(args);
} else {
  const isHelp = name === '--help' || name === '-h';
  (isHelp ? process.stdout : process.stderr).write(HELP);
  process.exitCode = isHelp ? 0 : 2;
}
