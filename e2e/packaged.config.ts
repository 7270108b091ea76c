import { defineConfig } from '@playwright/test';

/** The packaged app, named by ZHUPI_PACKAGED_APP. */
export default defineConfig({
  testDir: './packaged',
  testMatch: '**/*.e2e.ts',
  outputDir: '../out/e2e/packaged-results',
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
});
