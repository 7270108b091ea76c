import { expect, onTestFinished, test, vi } from 'vitest';
import { stampOf } from '#services/store/index-keys.ts';
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

test.each([true, false])('holds what was offered and reads none of it again, alone: %s', async (isAlone) => {
  const read: string[] = [];
  const textOf = (number: number) => ({
    text: `第${String(number)}号教育`,
    gaps: NONE,
    headings: NONE,
    titleEnd: 0,
  });
  const index = openLibraryIndex({
    path: ':memory:',
    fingerprint: 'f',
    isAlone,
    read: (reportId) => {
      read.push(reportId);
      const text = textOf(0);
      return { ...indexTerms(text), text, blocks: NONE };
    },
  });
  const rows = Array.from({ length: 450 }, (_item, at) => {
    const text = textOf(at);
    const key = {
      reportId: `r${String(at)}`,
      version: 1,
      sourceHash: `hash${String(at)}`,
      ruleSetVersion: 1,
    };
    return { ...key, ...indexTerms(text), text, blocks: NONE };
  });
  for (let at = 0; at < rows.length; at += 30) await index.offer(rows.slice(at, at + 30));
  await index.refresh(new Map(rows.map((row) => [row.reportId, stampOf(row)])));
  expect(read).toEqual([]);
  expect(index.missing).toBe(0);
  expect(index.counts('教育')?.rows).toHaveLength(rows.length);
  index.close();
});
