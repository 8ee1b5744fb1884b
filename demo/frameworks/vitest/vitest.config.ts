import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Lets Testing Library unmount after each test.
    globals: true,
    // happy-dom loads no scripts; without this it reports each of them as an error.
    environmentOptions: { happyDOM: { settings: { handleDisabledFileLoadingAsSuccess: true } } },
  },
});
