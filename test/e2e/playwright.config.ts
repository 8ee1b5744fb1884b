import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { launchOptions } from '../../scripts/browsers.mjs';
import { which } from '../../scripts/system-packages.mjs';

const wholeChromium = which('chromium') ?? which('google-chrome');

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  // Tests mostly wait for rooms and the network.
  workers: 4,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // On a busy machine, a test can time out once. The last line counts a test that passes the second time as passed.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['./count-reporter.ts']],
  use: { baseURL: 'http://localhost:4173', trace: 'off', screenshot: 'only-on-failure' },
  webServer: {
    command: 'node node_modules/vite/bin/vite.js preview',
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    url: 'http://localhost:4173/demo/',
    reuseExistingServer: !process.env.CI,
    stdout: 'ignore',
  },
  projects: [
    {
      name: 'chromium',
      testIgnore: /history\.spec\.ts$/,
      use: {
        browserName: 'chromium',
        launchOptions: {
          ...launchOptions('chromium'),
          args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
        },
      },
    },
    {
      // The headless shell has no back/forward cache; the full browser does.
      name: 'chromium-history',
      testMatch: /history\.spec\.ts$/,
      use: {
        browserName: 'chromium',
        launchOptions: {
          ...(wholeChromium ? { executablePath: wholeChromium } : launchOptions('chromium')),
          ignoreDefaultArgs: ['--disable-back-forward-cache'],
        },
      },
    },
    {
      name: 'firefox',
      // What an engine can change: layout, focus, clipboard, camera, policies, preloads. Rooms and their
      // faults run in three engines as browser tests.
      grep: /@engine/,
      use: {
        browserName: 'firefox',
        launchOptions: {
          ...launchOptions('firefox'),
          firefoxUserPrefs: {
            'media.navigator.streams.fake': true,
            'media.navigator.permission.disabled': true,
          },
        },
      },
    },
  ],
});
