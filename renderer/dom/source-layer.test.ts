import { expect, test } from 'vitest';
import type { Edit } from '#core/text/edit.ts';
import { isMarkedIn, marksOfEdit, placeOfEdit, sourceLayerOf, sourceLines } from './source-layer.ts';
import { fakeReport } from '../platform/fake-reports.ts';

function edit(source: string, start: number, end: number, after: string, applied = true): Edit {
  return { start, end, before: source.slice(start, end), after, rule: 'r', confidence: 1, applied };
}

/** What is painted, by style. */
function painted(source: string, one: Edit): readonly (readonly [string, string])[] {
  return marksOfEdit(source, one).map(({ style, range }) => [style, source.slice(range.start, range.end)]);
}

test.each([
  ['', []],
  ['甲', ['甲']],
  ['甲\n乙', ['甲', '乙']],
  ['甲\r\n\r\n乙\r', ['甲', '', '乙', '']],
  ['\f甲\u2028乙\u0085', ['', '甲', '乙', '']],
])('every line of %j is one block', (source, lines) => {
  expect(sourceLines(source).map(({ start, end }) => source.slice(start, end))).toEqual(lines);
});

test('the layer shows the source and leads to it one to one', () => {
  const content = fakeReport({ reportId: 'rone' }, '甲(jiǎ)\r\n乙');
  const { text, map } = sourceLayerOf(content);
  expect(text).toBe(content.source);
  expect([map.aLength, map.bLength, map.spans.length]).toEqual([text.length, text.length, 0]);
  expect(sourceLayerOf(content)).toBe(sourceLayerOf(content));
});

test('what is removed, replaced, inserted and only proposed is told apart', () => {
  const source = '統(tǒng)籌,推\u200b動\n各類';
  expect(painted(source, edit(source, 1, 7, ''))).toEqual([['edit-removed', '(tǒng)']]);
  expect(painted(source, edit(source, 8, 9, '，'))).toEqual([['edit-replaced', ',']]);
  expect(painted(source, edit(source, 8, 9, '，', false))).toEqual([['edit-off', ',']]);
  // An insertion, a character without width, a line break: the characters on both sides.
  expect(painted(source, edit(source, 8, 8, '。'))).toEqual([
    ['edit-seam', '籌'],
    ['edit-seam', ','],
  ]);
  expect(painted(source, edit(source, 10, 11, ''))).toEqual([
    ['edit-seam', '推'],
    ['edit-seam', '動'],
  ]);
  expect(painted(source, edit(source, 12, 13, ''))).toEqual([
    ['edit-seam', '動'],
    ['edit-seam', '各'],
  ]);
});

test('a seam at the end of a line or of the text has one side, and cuts no character', () => {
  const source = '\n𠀀𠀁';
  expect(painted(source, edit(source, 1, 1, '。'))).toEqual([['edit-seam', '𠀀']]);
  expect(painted(source, edit(source, 3, 3, '。'))).toEqual([
    ['edit-seam', '𠀀'],
    ['edit-seam', '𠀁'],
  ]);
  expect(painted(source, edit(source, 5, 5, '。'))).toEqual([['edit-seam', '𠀁']]);
});

test('the place of what leaves nothing reaches over its neighbours, and a mark is found where it is painted', () => {
  const source = '統(tǒng)籌';
  const removal = edit(source, 1, 7, '');
  expect(placeOfEdit(source, removal)).toEqual({ start: 0, end: 8 });
  expect(placeOfEdit(source, edit(source, 1, 7, '，'))).toEqual({ start: 1, end: 7 });
  expect(
    [0, 1, 6, 7].map((offset) => isMarkedIn(source, removal, { start: offset, end: offset + 1 })),
  ).toEqual([false, true, true, false]);
});
