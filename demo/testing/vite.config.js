import { defineConfig } from 'vitest/config';

const inEnvironment = (environment) => ({
  test: {
    name: environment,
    environment,
    include: ['*.test.js'],
    // Without it, happy-dom reports each script that it does not load as an error.
    environmentOptions: { happyDOM: { settings: { handleDisabledFileLoadingAsSuccess: true } } },
  },
});

export default defineConfig({
  test: { projects: ['jsdom', 'happy-dom'].map(inEnvironment) },
});
