import path from 'node:path';
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
          // Many tests start a command: Node keeps what it has compiled, which is most of a command's time.
          env: { NODE_COMPILE_CACHE: path.join(import.meta.dirname, 'node_modules/.cache/compile') },
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
