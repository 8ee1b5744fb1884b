import { defineConfig } from '@playwright/test';

export default defineConfig({
  testMatch: '*.spec.js',
  use: {
    baseURL: 'http://localhost:4830',
    launchOptions: { executablePath: process.env.CHROMIUM_PATH },
  },
  webServer: { command: 'npm start', url: 'http://localhost:4830' },
});
