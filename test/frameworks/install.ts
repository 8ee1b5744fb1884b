import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Outside of the repository, whose own dependencies must not be found. Installed frameworks stay there for the next run. */
const WORK = path.join(tmpdir(), 'livewebinar-room-frameworks');

/** Runs npm in a folder. What it prints is told only if it fails. */
export function npm(folder: string, ...args: string[]): Promise<string> {
  const env = {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    NG_CLI_ANALYTICS: 'false',
  };
  return new Promise((resolve, reject) => {
    execFile('npm', args, { cwd: folder, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      if (error) reject(new NpmError(args, stdout + stderr));
      else resolve(stdout);
    });
  });
}

export class NpmError extends Error {
  readonly output: string;

  constructor(args: string[], output: string) {
    super(`npm ${args.join(' ')}\n${output.trim().split('\n').slice(-30).join('\n')}`);
    this.output = output;
  }
}

/** Packs the package as it would be published. */
export async function pack(): Promise<string> {
  await mkdir(WORK, { recursive: true });
  const answer = await npm(ROOT, 'pack', '--json', '--ignore-scripts', '--pack-destination', WORK);
  const [{ filename }] = JSON.parse(answer) as [{ filename: string }];
  return path.join(WORK, filename);
}

/** Copies an application and installs what it asks for, with the packed package. */
export async function install(name: string, tarball: string): Promise<string> {
  const folder = path.join(WORK, name);
  await mkdir(folder, { recursive: true });
  for (const entry of await readdir(folder)) {
    if (entry !== 'node_modules') await rm(path.join(folder, entry), { recursive: true });
  }
  // npm would take a tarball of the same name and version for the one that is there.
  await rm(path.join(folder, 'node_modules/livewebinar-room'), { recursive: true, force: true });
  await rm(path.join(folder, 'node_modules/.package-lock.json'), { force: true });
  await cp(path.join(ROOT, 'demo/frameworks', name), folder, {
    recursive: true,
    filter: (source) => !/[/\\](node_modules|dist|\.next|\.astro)$/.test(source),
  });
  await npm(
    folder,
    'install',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--prefer-offline',
    tarball,
  );
  return folder;
}
