import type { Page } from '@playwright/test';

type Watched = typeof globalThis & { longestTask?: number };

/** Begins to note the longest task of a page's thread: while one runs, no frame is drawn. */
export async function watchLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = globalThis as Watched;
    watched.longestTask = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) {
        watched.longestTask = Math.max(watched.longestTask ?? 0, duration);
      }
    }).observe({ entryTypes: ['longtask'] });
  });
}

/** Milliseconds of the longest task since then; 0 where none took 50 ms. */
export async function longestTaskOf(page: Page): Promise<number> {
  return page.evaluate(() => Math.round((globalThis as Watched).longestTask ?? 0));
}
