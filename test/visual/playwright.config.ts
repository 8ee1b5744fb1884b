import { defineConfig } from '@playwright/test';
import e2e from '../e2e/playwright.config.js';

// Fonts and browsers differ between machines: for a look before and after a change, not for CI.
export default defineConfig({
  outputDir: '../../test-results',
  reporter: 'list',
  snapshotPathTemplate: '{testDir}/snapshots/{arg}{ext}',
  webServer: e2e.webServer!,
  use: e2e.use!,
  projects: e2e.projects!.filter(({ name }) => name === 'chromium'),
});
