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
  now = 2000;
  progress.begin('c');
  progress.finish(1000);
  now = 2050;
  progress.begin('d');
  progress.end();
  expect(told).toEqual([
    [0, 4, 'a', null],
    [1, 4, 'c', 6000],
    [2, 4, '', 0],
  ]);
});
