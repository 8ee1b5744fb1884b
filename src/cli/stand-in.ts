import { parseArgs } from 'node:util';
import { FAULTS, startStandIn, VARIANTS, type StandInOptions } from '../testing/index.js';

const formatTable = (table: Record<string, string>, prefix = '') =>
  Object.entries(table)
    .map(([name, what]) => `  ${name.slice(prefix.length).padEnd(18)} ${what}`)
    .join('\n');

const HELP = `Usage: livewebinar-room stand-in [options]

Runs a local stand-in for LiveWebinar: embed script, rooms and HTTP API, in memory.

Options:
  --port <number>    Port on this machine; 0 takes a free one. Default: 4810
  --fault <name>     Fault of every room
  --variant <name>   Variant of LiveWebinar's behavior; can be repeated
  --help             Lists the options

Faults:
${formatTable(FAULTS, 'fault-')}

Variants:
${formatTable(VARIANTS)}

A license key such as fault-script-404-a or variant-frame-a selects them for one room.
`;

/**
 * Runs `livewebinar-room stand-in`. The stand-in keeps the process alive.
 *
 * @returns The exit code: 2 for wrong usage, 1 if the port cannot be used.
 */
export async function runStandIn(args: string[]): Promise<number> {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string' },
        fault: { type: 'string' },
        variant: { type: 'string', multiple: true },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) {
      process.stdout.write(HELP);
      return 0;
    }
    const port = Number(values.port ?? 4810);
    if (values.port === '' || !Number.isInteger(port) || port < 0 || port > 65_535)
      throw new TypeError('--port must be a number from 0 to 65535.');
    const { origin, standIn } = await startStandIn({
      port,
      ...(values.fault && { fault: values.fault }),
      ...(values.variant && { variants: values.variant }),
    } as StandInOptions);
    if (standIn)
      console.log(`The stand-in for LiveWebinar runs on ${origin}. Press Ctrl+C to stop it.`);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof TypeError ? 2 : 1;
  }
}
