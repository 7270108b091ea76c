import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createBackgroundIndexing } from './background-indexing.ts';

test('several wakes are one piece of work, and a wake during the work is another', async () => {
  let runs = 0;
  let finish = (): void => undefined;
  const prepare = async (): Promise<void> => {
    runs += 1;
    await new Promise<void>((resolve) => (finish = resolve));
  };
  const indexing = createBackgroundIndexing({ prepare }, 1);
  indexing.wake();
  indexing.wake();
  await expect.poll(() => runs).toBe(1);
  indexing.wake();
  finish();
  await expect.poll(() => runs).toBe(2);
  finish();
  await indexing.close();
  indexing.wake();
  await delay(20);
  expect(runs).toBe(2);
});

test('a failure ends nothing: the next wake tries again', async () => {
  let runs = 0;
  const prepare = async (): Promise<void> => {
    runs += 1;
    await Promise.reject(new Error('no index'));
  };
  const indexing = createBackgroundIndexing({ prepare }, 1);
  indexing.wake();
  await expect.poll(() => runs).toBe(1);
  indexing.wake();
  await expect.poll(() => runs).toBe(2);
  await indexing.close();
});
