// Installs the packed package into a copy of demo/testing, outside the repository, and runs its tests there:
// Vitest in jsdom and happy-dom, MSW in Node, Playwright in Chromium. Run `npm run build` first.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { find } from '../../scripts/browsers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = path.join(tmpdir(), 'livewebinar-room-user-project');
const npm = (cwd, ...args) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

mkdirSync(folder, { recursive: true });
cpSync(path.join(root, 'demo/testing'), folder, { recursive: true });
// npm would keep the installed package, which has the same name and version.
rmSync(path.join(folder, 'node_modules/livewebinar-room'), { recursive: true, force: true });
rmSync(path.join(folder, 'node_modules/.package-lock.json'), { force: true });
const tarball = npm(root, 'pack', '--silent', '--ignore-scripts', '--pack-destination', folder);
npm(
  folder,
  'install',
  '--no-audit',
  '--no-fund',
  '--no-package-lock',
  '--prefer-offline',
  `./${tarball.trim()}`,
);
execFileSync('npm', ['test'], {
  cwd: folder,
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: find('chromium')?.executablePath },
});
