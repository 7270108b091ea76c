import { expect, onTestFinished, test, vi } from 'vitest';
import { indexTerms } from './index-terms.ts';
import { openLibraryIndex } from './library-index.ts';

const NONE = new Int32Array(0);

test('a refresh that may not wait ends all that is being added', async () => {
  // A machine so slow that every slice ends after one row.
  let time = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (time += 1_000));
  onTestFinished(() => clock.mockRestore());
  let read = 0;
  const text = { text: '教育', gaps: NONE, headings: NONE, titleEnd: 0 };
  const index = openLibraryIndex({
    path: ':memory:',
    fingerprint: 'f',
    read: () => {
      read += 1;
      return { ...indexTerms(text), text, blocks: NONE };
    },
  });
  const wanted = new Map(Array.from({ length: 200 }, (_item, at) => [`r${String(at)}`, '1 hash 1']));
  const never = new AbortController().signal;
  const adding = [index.add(wanted, never), index.add(wanted, never)];
  await index.refresh(wanted, 0);
  expect(read).toBeLessThan(wanted.size);
  expect(index.missing).toBeGreaterThan(0);
  await Promise.all(adding);
  index.close();
});
