import type { Page } from '@playwright/test';

/** Milliseconds from one frame to the next that a person sees as a stop, and as a jerk. */
const LONG_FRAME = 100;
const SLOW_FRAME = 50;

/** The frames that a window has drawn. */
export interface DrawnFrames {
  readonly count: number;
  /** Over 100 ms. */
  readonly long: number;
  /** Over 50 ms, the long ones among them. */
  readonly slow: number;
  /** Milliseconds. */
  readonly longest: number;
}

type Counting = typeof globalThis & {
  drawnFrames?: { -readonly [K in keyof DrawnFrames]: DrawnFrames[K] };
};

/** Counts from now on. */
export async function countFrames(page: Page): Promise<void> {
  await page.evaluate(
    ([limit, jerk]) => {
      const counting = globalThis as Counting;
      const frames = { count: 0, long: 0, slow: 0, longest: 0 };
      counting.drawnFrames = frames;
      // No function has a name in here: the bench's loader would mark it with a helper that the page has not.
      void (async () => {
        let last = performance.now();
        for (;;) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          if (counting.drawnFrames !== frames) return;
          const now = performance.now();
          frames.count += 1;
          frames.longest = Math.max(frames.longest, Math.round(now - last));
          if (now - last > limit) frames.long += 1;
          if (now - last > jerk) frames.slow += 1;
          last = now;
        }
      })();
    },
    [LONG_FRAME, SLOW_FRAME] as const,
  );
}

/** Those since {@link countFrames}; throws when there was none. */
export async function framesOf(page: Page): Promise<DrawnFrames> {
  const frames = await page.evaluate(() => (globalThis as Counting).drawnFrames);
  if (frames === undefined || frames.count === 0) throw new Error('no frame was drawn');
  return frames;
}
