// Runs the tests of demo/testing in copies outside the repository, with the packed package: Vitest in jsdom and
// happy-dom, MSW in Node, Playwright in Chromium; and worker.spec.js, MSW in Chromium. Run `npm run build` first.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { find } from '../../scripts/browsers.mjs';

/** The versions that each copy has instead of those in the demo's `package.json`. */
const COPIES = {
  // The minimum of each peer dependency.
  oldest: ['@playwright/test@1.50.0', 'msw@2.0.0'],
  current: [],
  // These need Node 22. The one from npm comes first in the PATH of npm scripts.
  newest: ['jsdom@31', 'msw@3', 'node@22', 'vitest@5'],
};

const root = fileURLToPath(new URL('../..', import.meta.url));
const work = path.join(tmpdir(), 'livewebinar-room-user-projects');
const npm = (cwd, ...args) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

mkdirSync(work, { recursive: true });
const tarball = npm(root, 'pack', '--silent', '--ignore-scripts', '--pack-destination', work);

for (const [name, versions] of Object.entries(COPIES)) {
  const folder = path.join(work, name);
  cpSync(path.join(root, 'demo/testing'), folder, { recursive: true });
  for (const file of ['worker.html', 'worker.spec.js'])
    cpSync(path.join(root, 'test/testing', file), path.join(folder, file));
  // npm would keep the installed package, which has the same name and version.
  rmSync(path.join(folder, 'node_modules/livewebinar-room'), { recursive: true, force: true });
  rmSync(path.join(folder, 'node_modules/.package-lock.json'), { force: true });
  npm(
    folder,
    'install',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--prefer-offline',
    '--loglevel=error',
    path.join('..', tarball.trim()),
    ...versions,
  );
  cpSync(
    path.join(folder, 'node_modules/msw/lib/mockServiceWorker.js'),
    path.join(folder, 'public/mockServiceWorker.js'),
  );
  execFileSync('npm', ['test'], {
    cwd: folder,
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: find('chromium')?.executablePath },
  });
}
