import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The site and browser tests look at sites built once, by the real build command; the others need no build.
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{unit,import,rules,search}/**/*.test.ts', 'tests/office/content.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/{site,e2e}/**/*.test.ts', 'tests/office/{budgets,pages}.test.ts'],
          globalSetup: ['tests/support/build.setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
