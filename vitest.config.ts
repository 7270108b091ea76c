import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const shared = ['**/*.shared.test.ts'];
const generated = ['node_modules/**', 'out/**', 'release/**', 'e2e/**'];

/** Three kinds of tests: plain Node, components in jsdom, and measurements on the real texts beside the checkout. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['**/*.test.ts'],
          exclude: [...generated, ...shared],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'components',
          environment: 'jsdom',
          include: ['renderer/**/*.test.tsx'],
          exclude: generated,
          setupFiles: ['test-support/component-setup.ts'],
        },
      },
      {
        test: { name: 'shared', environment: 'node', include: shared, exclude: generated, testTimeout: 120_000 },
      },
    ],
  },
});
