import { expect, test } from 'vitest';
import type { Annotation } from '#core/annotations/record.ts';
import { identityMap } from '#core/text/offset-map.ts';
import { notesByBlock } from './note-spans.ts';

/** Three blocks of ten characters. */
const READING = {
  text: 'x'.repeat(32),
  map: identityMap(32),
  bounds: { starts: Int32Array.from([0, 11, 22]), ends: Int32Array.from([10, 21, 32]) },
};

function note(id: string, start: number, end: number, more: Partial<Annotation> = {}): Annotation {
  return {
    schemaVersion: 1,
    id,
    reportId: 'r',
    kind: 'highlight',
    code: id,
    anchor: { start, end, exact: '', prefix: '', suffix: '', sourceHash: '' },
    state: 'exact',
    note: '',
    tags: [],
    createdAt: 0,
    updatedAt: 0,
    revision: 1,
    ...more,
  };
}

test('a note stands in every block that it touches', () => {
  const blocks = notesByBlock(READING, [note('a', 5, 25)]);
  expect([...blocks.keys()]).toEqual([0, 1, 2]);
  expect(blocks.get(1)?.bars).toEqual([]);
});

test('bars only where more than two lie over each other', () => {
  const three = [note('a', 0, 9), note('b', 2, 5), note('c', 4, 8)];
  expect(notesByBlock(READING, three).get(0)?.bars).toEqual(['a', 'b', 'c']);
  const touching = [note('a', 0, 5), note('b', 0, 5), note('c', 5, 9)];
  expect(notesByBlock(READING, touching).get(0)?.bars).toEqual([]);
});

test('a passage that is not shown is told where it stood; an orphan nowhere', () => {
  const blocks = notesByBlock(READING, [note('a', 15, 15), note('b', 3, 4, { state: 'orphan' })]);
  expect([...blocks.keys()]).toEqual([1]);
  expect(blocks.get(1)?.hidden).toBe(true);
});

test('a bookmark stands at its paragraph without being hidden; a note on the whole report nowhere', () => {
  const blocks = notesByBlock(READING, [
    note('a', 11, 11, { kind: 'bookmark' }),
    note('b', 0, 0, { kind: 'note', note: 'x' }),
  ]);
  expect([...blocks].map(([block, { hidden, bars }]) => [block, hidden, bars])).toEqual([[1, false, []]]);
});
