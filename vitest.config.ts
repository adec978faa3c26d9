import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // The built-site and browser suites share one build (tests/support/built-site.ts), made once by global setup.
    testTimeout: 60_000,
    hookTimeout: 600_000,
  },
});
