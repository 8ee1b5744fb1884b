import { defineConfig } from 'vitest/config';

const inEnvironment = (environment) => ({
  test: { name: environment, environment, include: ['*.test.js'] },
});

export default defineConfig({
  test: { projects: ['jsdom', 'happy-dom'].map(inEnvironment) },
});
