import type { Page } from '@playwright/test';
import { countFrames, framesOf, type DrawnFrames } from '../drawn-frames.ts';
import { largeLibrary } from '../large-library.ts';
import type { WindowlessMeasure } from '../measure.ts';
import type { Pair } from '../pairs.ts';
import { openZhupi } from '../timed-window.ts';

/** Stands at far more places of 10,000 reports than are wanted. */
const QUERY = '的';
const LINES = 100_000;
/** Steps from the top to the end, one a frame, and leaps to and fro. */
const STEPS = 400;
const LEAPS = [0.5, 0.93, 0.11, 0.77, 0.02, 0.64, 0.31, 1, 0.25, 0] as const;
const PATIENCE = 120_000;

/**
 * Frames over 100 ms in a window with a concordance of more than 100,000 lines: scrolled from the top to the end, in leaps to
 * lines that have not been seen, sorted by what stands left and right, and grouped by year; a run is a pair, and the frames
 * of each part go to stderr. Baseline: the same window for as long with nothing to do.
 */
export const concordance100k: WindowlessMeasure = {
  name: 'concordance-100k',
  unit: 'frames',
  windowless: true,
  isLong: true,
  goal: { kind: 'at-most', limit: 0 },
  take: async ({ pairs: count }) => {
    const { app, page } = await openZhupi(largeLibrary(10_000));
    try {
      // The runner's compiler names inner functions with a helper that the page does not have.
      await page.evaluate('globalThis.__name = (made) => made');
      await openLines(page);
      const pairs: Pair[] = [];
      for (let round = 0; round < count; round += 1) pairs.push(await oneRound(page));
      return pairs;
    } finally {
      await app.close();
    }
  },
};

async function openLines(page: Page): Promise<void> {
  const box = page.locator('search input');
  await box.fill(QUERY);
  await page.locator(`[data-query="${QUERY}"] mark`).first().waitFor({ timeout: PATIENCE });
  await page.getByRole('radio', { name: '逐行对齐' }).click();
  await settled(page);
  const rows = Number(await page.getByRole('grid').getAttribute('aria-rowcount'));
  if (!(rows > LINES)) throw new Error(`only ${String(rows)} lines`);
  console.error(`  ${(rows - 1).toLocaleString('en')} lines`);
  await page.waitForTimeout(3_000);
}

async function oneRound(page: Page): Promise<Pair> {
  const begun = performance.now();
  const parts: readonly (readonly [name: string, work: () => Promise<unknown>])[] = [
    ['scrolled', () => page.evaluate(scrollThrough, STEPS)],
    ['leaps', () => page.evaluate(leap, [...LEAPS])],
    ['sorted left', () => arrange(page, 'left', 'none')],
    ['sorted right', () => arrange(page, 'right', 'none')],
    ['grouped', () => arrange(page, 'right', 'year')],
    ['as before', () => arrange(page, 'text', 'none')],
  ];
  let long = 0;
  for (const [name, work] of parts) {
    await countFrames(page);
    const start = performance.now();
    await work();
    const frames = await framesOf(page);
    tell(name, frames, performance.now() - start);
    long += frames.long;
  }
  const took = performance.now() - begun;
  await countFrames(page);
  await page.waitForTimeout(took);
  const idle = await framesOf(page);
  tell('at rest', idle, took);
  return { baseline: idle.long, ours: long };
}

function tell(name: string, { count, slow, long, longest }: DrawnFrames, took: number): void {
  console.error(
    `  ${name}: ${String(Math.round(took))} ms, ${String(count)} frames, ${String(slow)} over 50 ms, ${String(long)} over 100 ms, longest ${String(longest)} ms`,
  );
}

/** Chooses order and grouping, one after the other, and waits until the lines stand there. */
async function arrange(page: Page, order: string, grouping: string): Promise<void> {
  await page.getByRole('combobox', { name: '排序' }).selectOption(order);
  await settled(page);
  await page.getByRole('combobox', { name: '分组' }).selectOption(grouping);
  await settled(page);
}

/** Until the spinner that stands over the lines meanwhile is gone. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(100);
  await page.waitForFunction(
    (words) =>
      document.querySelector('[role=grid] mark') !== null &&
      !(document.querySelector('main') ?? document.body).textContent.includes(words) &&
      document.querySelector('main [role=progressbar], main progress') === null,
    '正在排列各处…',
    { timeout: PATIENCE },
  );
}

/** In the page: from the top to the end, a step a frame. */
async function scrollThrough(steps: number): Promise<void> {
  const grid = document.querySelector('[role=grid]') as HTMLElement;
  for (let step = 0; step <= steps; step += 1) {
    grid.scrollTop = ((grid.scrollHeight - grid.clientHeight) * step) / steps;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

/** In the page: to parts of the list, each time until no line in sight is empty. */
async function leap(parts: readonly number[]): Promise<void> {
  const grid = document.querySelector('[role=grid]') as HTMLElement;
  for (const part of parts) {
    grid.scrollTop = (grid.scrollHeight - grid.clientHeight) * part;
    const isFull = (): boolean => {
      const box = grid.getBoundingClientRect();
      const rows = [...grid.querySelectorAll('[role=row][aria-rowindex]:not([aria-rowindex="1"])')];
      const seen = rows.filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return bottom > box.top && top < box.bottom;
      });
      return seen.length > 3 && seen.every((row) => row.querySelector('mark, [aria-colspan]') !== null);
    };
    do await new Promise((resolve) => requestAnimationFrame(resolve));
    while (!isFull());
  }
}
