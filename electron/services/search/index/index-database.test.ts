import { expect, test } from 'vitest';
import { stampOf } from '#services/store/index-keys.ts';
import { openIndexDatabase, type NewRow } from './index-database.ts';
import { indexTerms } from './index-terms.ts';

const NONE = new Int32Array(0);

function rowOf(reportId: string, text: string, titleEnd = 0, headings: readonly number[] = []): NewRow {
  const searched = { text, gaps: NONE, headings: Int32Array.from(headings), titleEnd };
  const key = { reportId, version: 1, sourceHash: `hash of ${reportId}`, ruleSetVersion: 3 };
  return { ...key, ...indexTerms(searched), text: searched, blocks: Int32Array.from([0, 0, text.length]) };
}

test('places of Han phrases are counted by row and field, and those of removed rows are not told', () => {
  const index = openIndexDatabase(':memory:', 'f', false);
  // Title, heading, text; the pair of 育教 and the one over a break are others.
  const [first = 0, second = 0] = index.put([
    rowOf('a', '教育,教育教育,育教,教,育,人人人', 2, [0, 2, 3, 7]),
    rowOf('b', 'a教育5'),
  ]);
  expect(index.counts('教育')).toEqual({
    rows: [first, second],
    title: [1, 0],
    headings: [2, 0],
    all: [3, 1],
  });
  expect(index.counts('人人')).toEqual({ rows: [first], title: [0], headings: [0], all: [2] });
  expect(index.counts('育人')).toEqual({ rows: [], title: [], headings: [], all: [] });
  expect(index.counts('教')).toEqual({ rows: [first, second], title: [1, 0], headings: [2, 0], all: [5, 1] });
  expect(index.counts('教育教')).toEqual({ rows: [first], title: [0], headings: [1], all: [1] });
  expect(index.counts('人人人')).toEqual({ rows: [first], title: [0], headings: [0], all: [1] });
  expect(index.counts('教育人')).toEqual({ rows: [], title: [], headings: [], all: [] });
  for (const other of ['a教', '5g', '\ud842\udfb7', '教'.repeat(41), '']) {
    expect(index.counts(other)).toBeNull();
  }
  index.remove(['a']);
  const [third = 0] = index.put([rowOf('b', '教育')]);
  const told = index.counts('教育');
  expect(told?.rows.filter((row) => index.reportOf(row) !== undefined)).toEqual([third]);
  const [fourth = 0] = index.put([rowOf('a', '教育强,教育强教育强')]);
  expect(index.counts('教育强')).toEqual({ rows: [fourth], title: [0], headings: [0], all: [3] });
  index.close();
});

test('a rare single character names its rows, a frequent one is looked for in all texts', () => {
  const index = openIndexDatabase(':memory:', 'f', false);
  const [many = 0, few = 0] = index.put([rowOf('a', '的'.repeat(50_000)), rowOf('b', '的人')]);
  expect(index.candidates('人')).toEqual([few]);
  expect(index.candidates('的')).toBeNull();
  expect(index.counts('的')).toEqual({
    rows: [many, few],
    title: [0, 0],
    headings: [0, 0],
    all: [50_000, 1],
  });
  expect(index.candidates('的人')).toEqual([few]);
  expect(index.candidates('的的')).toEqual([many]);
  index.close();
});

test('rows and texts come back as they were put, any unit of them', () => {
  const index = openIndexDatabase(':memory:', 'f', false);
  const texts = ['', 'a\u0000b', '\ud800', '𠮷祥\udfb7', '教育'];
  const ids = index.put(texts.map((text, at) => rowOf(`r${String(at)}`, text)));
  const read = index.texts([...ids, 1_000]);
  expect(ids.map((id) => read.get(id)?.text)).toEqual(texts);
  expect(read.size).toBe(texts.length);
  const { reportIds, ids: rows, stamps, lengths } = index.rows();
  expect(reportIds).toEqual(texts.map((_text, at) => `r${String(at)}`));
  expect(rows).toEqual(ids);
  expect(stamps[0]).toBe(stampOf({ version: 1, sourceHash: 'hash of r0', ruleSetVersion: 3 }));
  expect(lengths).toEqual({ title: [0, 0, 0, 0, 0], headings: [0, 0, 0, 0, 0], text: [0, 3, 1, 3, 2] });
  index.close();
});
