import { expect, test } from 'vitest';
import { createProgressBar } from './progress-bar.ts';

function drawn(isTerminal: boolean, steps: readonly number[]): string {
  let written = '';
  let now = 0;
  const bar = createProgressBar(
    (text) => (written += text),
    isTerminal,
    () => now,
  );
  for (const milliseconds of steps) {
    now = milliseconds;
    bar.update(1, 2);
  }
  bar.clear();
  return written;
}

test('appears after a second on a terminal, and goes', () => {
  expect(drawn(true, [10, 999])).toBe('');
  expect(drawn(true, [10, 1000])).toBe(`\r[${'='.repeat(12)}${' '.repeat(12)}] 1/2\r\u001B[K`);
});

test('is never drawn where there is no terminal', () => {
  expect(drawn(false, [5000])).toBe('');
});
