import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Application } from './applications.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Outside the repository, so that its own dependencies are not found. Installed frameworks stay there for the next run. */
const WORK = path.join(
  tmpdir(),
  `livewebinar-room-frameworks-${createHash('sha256').update(ROOT).digest('hex').slice(0, 8)}`,
);

/** A folder to run npm in, and the variables to run it with. */
export interface Installed {
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
}

const ENV: NodeJS.ProcessEnv = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  ASTRO_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
};

/** Runs npm in a folder and returns what it prints. */
export function npm({ folder, env }: Installed, ...args: string[]): Promise<string> {
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

const INSTALL = ['install', '--no-audit', '--no-fund', '--no-package-lock', '--prefer-offline'];

/** Packs the package as it would be published. */
export async function pack(): Promise<string> {
  await mkdir(WORK, { recursive: true });
  const output = await npm(
    { folder: ROOT, env: ENV },
    ...['pack', '--json', '--ignore-scripts', '--pack-destination', WORK],
  );
  const [{ filename }] = JSON.parse(output) as [{ filename: string }];
  return path.join(WORK, filename);
}

/** Newer versions of Node.js, by folder: applications that need one share it. */
const nodes: Record<string, Promise<void>> = {};

async function installNode(folder: string, version: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  await npm({ folder, env: ENV }, ...INSTALL, '--prefix', folder, `node@${version}`);
}

/** The variables for an application, with a newer Node.js from npm if it needs one. */
async function envFor(folder: string): Promise<NodeJS.ProcessEnv> {
  const { engines } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8')) as {
    engines?: { node: string };
  };
  const major = (version = '') => Number(/\d+/.exec(version)?.[0] ?? 0);
  const needed = major(engines?.node);
  if (needed <= major(process.versions.node)) return ENV;
  const node = path.join(WORK, `node-${needed}`);
  nodes[node] ??= installNode(node, needed);
  await nodes[node];
  return {
    ...ENV,
    PATH: [path.join(node, 'node_modules/.bin'), ENV['PATH']].join(path.delimiter),
  };
}

/** Copies an application and installs its dependencies, with the packed package. */
export async function install(application: Application, tarball: string): Promise<Installed> {
  const { name, folder: source = name, unitTests } = application;
  const folder = path.join(WORK, name);
  await mkdir(folder, { recursive: true });
  for (const entry of await readdir(folder)) {
    if (entry !== 'node_modules') await rm(path.join(folder, entry), { recursive: true });
  }
  // npm would keep the installed package, which has the same name and version.
  await rm(path.join(folder, 'node_modules/livewebinar-room'), { recursive: true, force: true });
  await rm(path.join(folder, 'node_modules/.package-lock.json'), { force: true });
  await cp(path.join(ROOT, 'demo/frameworks', source), folder, {
    recursive: true,
    filter: (file) => !/[/\\](node_modules|dist|\.next|\.astro|\.nuxt|\.output)$/.test(file),
  });
  if (unitTests) {
    await cp(path.join(ROOT, 'test/frameworks/unit'), path.join(folder, 'test/wrappers'), {
      recursive: true,
    });
  }
  const installed = { folder, env: await envFor(folder) };
  await npm(installed, ...INSTALL, tarball);
  return installed;
}
