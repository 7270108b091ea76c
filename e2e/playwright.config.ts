import { defineConfig } from '@playwright/test';

/** The real Electron, one at a time: two windows on two cores would only wait for each other. */
export default defineConfig({
  testDir: './journeys',
  testMatch: '**/*.e2e.ts',
  outputDir: '../out/e2e/results',
  workers: 1,
  // Nothing waits this long where it works; a machine that does other things too may be slow.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
});
