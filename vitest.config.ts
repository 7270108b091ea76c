import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const shared = ['**/*.shared.test.ts'];
const long = ['**/*.long.test.ts'];
/** In milliseconds. Nothing waits this long where it works; a machine that does other things too may be slow. */
const patient = { testTimeout: 120_000, hookTimeout: 60_000, expect: { poll: { timeout: 30_000 } } };

const generated = ['node_modules/**', 'out/**', 'release/**', 'e2e/**'];

/**
 * Four kinds of tests: plain Node, components in jsdom, measurements on the real texts beside the checkout, and those
 * that take too long for every run (`npm run test:long`).
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['**/*.test.ts'],
          exclude: [...generated, ...shared, ...long],
          ...patient,
          // Nothing here changes what other files import; reading it anew for each would take a third of the time.
          isolate: false,
          setupFiles: ['test-support/property-setup.ts'],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'components',
          environment: 'jsdom',
          include: ['renderer/**/*.test.tsx'],
          exclude: generated,
          ...patient,
          setupFiles: ['test-support/component-setup.ts'],
        },
      },
      {
        test: {
          name: 'shared',
          environment: 'node',
          include: shared,
          exclude: generated,
          ...patient,
        },
      },
      {
        test: { name: 'long', environment: 'node', include: long, exclude: generated, testTimeout: 600_000 },
      },
    ],
  },
});
