import { expect as base } from '@playwright/test';

/** Where no test runs, as in the tour, the limits of the tests' configuration do not hold; here they do. */
export const expect = base.configure({ timeout: 30_000 });
