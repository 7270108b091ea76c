import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineRows, MOST_LINES } from './line-rows.ts';

test('each group has its head above its lines, and a line finds its row', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 })), (counts) => {
      const hits = counts.reduce((sum, count) => sum + count, 0);
      const groups = counts.map((count, index) => ({ key: String(index), name: '', count }));
      const rows = lineRows({ total: { reports: 1, hits }, groups });
      let line = 0;
      const expected = counts.flatMap((count, group) => [
        { kind: 'group', group },
        ...Array.from({ length: count }, () => ({ kind: 'line', line: line++ })),
      ]);
      expect(Array.from({ length: rows.count }, (_item, row) => rows.at(row))).toEqual(expected);
      for (let at = 0; at < hits; at += 1) {
        expect(rows.at(rows.rowOf(at))).toEqual({ kind: 'line', line: at });
      }
    }),
  );
});

test('lines without groups are the rows', () => {
  const rows = lineRows({ total: { reports: 1, hits: 3 }, groups: [] });
  expect([rows.count, rows.at(2), rows.rowOf(2)]).toEqual([3, { kind: 'line', line: 2 }, 2]);
  expect(lineRows({ total: { reports: 1, hits: MOST_LINES + 5 }, groups: [] }).lines).toBe(MOST_LINES);
});
