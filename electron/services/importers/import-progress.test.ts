import { expect, test } from 'vitest';
import { createImportProgress } from './import-progress.ts';

test('tells at most ten times a second, and the time left by what is still to be read', () => {
  let now = 0;
  const told: unknown[] = [];
  const progress = createImportProgress(
    [1000, 1000, 1000, 1000],
    (...values) => told.push(values),
    () => now,
  );
  progress.begin('a');
  progress.begin('b');
  progress.finish(1000);
  now = 1500;
  progress.finish(1000);
  now = 2000;
  progress.begin('c');
  progress.finish(1000);
  now = 2050;
  progress.begin('d');
  progress.end();
  expect(told).toEqual([
    [0, 4, 'a', null],
    [2, 4, 'c', 4000],
    [3, 4, '', 0],
  ]);
});

test('guesses by what was done behind the first files, whose threads began slowly', () => {
  let now = 0;
  let left: number | null = null;
  const progress = createImportProgress(
    Array.from({ length: 1001 }, () => 1000),
    (_done, _all, _path, timeLeft) => {
      left = timeLeft;
    },
    () => now,
  );
  progress.begin('a');
  now = 2000;
  progress.finish(1000);
  progress.begin('b');
  expect(left).toBeNull();
  for (let file = 1; file <= 200; file += 1) {
    now = 2000 + file * 10;
    progress.finish(1000);
  }
  progress.begin('c');
  // 800 files are left, 10 ms each.
  expect(left).toBeGreaterThan(7000);
  expect(left).toBeLessThan(9000);
});

test('guesses by all the work when a first file takes long', () => {
  let now = 0;
  let left: number | null = null;
  const progress = createImportProgress(
    [1000, 1000],
    (_done, _all, _path, timeLeft) => {
      left = timeLeft;
    },
    () => now,
  );
  now = 6000;
  progress.finish(1000);
  progress.begin('b');
  expect(left).toBe(6000);
});
