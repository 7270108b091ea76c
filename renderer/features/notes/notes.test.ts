import { expect, test } from 'vitest';
import type { Annotation } from '#core/annotations/record.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { filterNotes, sortNotes, type ListedNote } from './filter-notes.ts';
import { quoteOf } from './quote.ts';
import { addTag, suggestTags } from './tags.ts';

const SOURCE = '統(tǒng)籌推進\n（責編：某某）';
const EDITS = [
  { start: 1, end: 7, before: '(tǒng)', after: '', rule: 'pinyin', confidence: 1, applied: true },
  {
    start: 10,
    end: 18,
    before: SOURCE.slice(10, 18),
    after: '',
    rule: 'furniture',
    confidence: 1,
    applied: true,
  },
];
const REPORT = { ...fakeReport({ reportId: 'r' }, SOURCE), edits: EDITS };

function note(start: number, end: number, more: Partial<Annotation> = {}): Annotation {
  return {
    schemaVersion: 1,
    id: `n${'0'.repeat(16)}`,
    reportId: 'r',
    kind: 'highlight',
    code: 'yellow',
    anchor: { start, end, exact: SOURCE.slice(start, end), prefix: '', suffix: '', sourceHash: '' },
    state: 'exact',
    note: '',
    tags: [],
    createdAt: 0,
    updatedAt: 0,
    revision: 1,
    ...more,
  };
}

test('a quote is the reading text, without what repairs took out', () => {
  expect(quoteOf(note(0, 8), REPORT)).toEqual({ text: '統籌', shown: true });
});

test('a hidden passage and an orphan are quoted from the source', () => {
  expect(quoteOf(note(12, 15), REPORT)).toMatchObject({ text: SOURCE.slice(12, 15), shown: false });
  expect(quoteOf(note(0, 8, { state: 'orphan' }), REPORT)).toMatchObject({
    text: '統(tǒng)籌',
    shown: false,
  });
});

test('a filter wants every word, in the quote, the words or the tags, and one of the colours', () => {
  const listed: ListedNote[] = [
    {
      note: note(0, 1, { note: 'Check the Number', tags: ['数据'] }),
      quote: '新增学位',
      label: '',
      shown: true,
    },
    { note: note(1, 2, { code: 'red' }), quote: '责任主体', label: '', shown: true },
  ];
  expect(filterNotes(listed, { text: 'number 学位 数据', codes: [], states: [] })).toEqual([listed[0]]);
  expect(filterNotes(listed, { text: 'number 责任', codes: [], states: [] })).toEqual([]);
  expect(filterNotes(listed, { text: ' ', codes: ['red', 'blue'], states: [] })).toEqual([listed[1]]);
  expect(filterNotes(listed, { text: '', codes: [], states: [] })).toBe(listed);
});

test('a filter takes states, and the order can be what asks for the user, or the last change', () => {
  const states = ['exact', 'moved', 'orphan', 'doubtful'] as const;
  const listed = states.map((state, index): ListedNote => {
    return { note: note(index, index + 1, { state, updatedAt: index }), quote: '', label: '', shown: true };
  });
  const statesOf = (notes: readonly ListedNote[]): readonly string[] =>
    notes.map(({ note: { state } }) => state);
  const filter = { text: '', codes: [], states: ['orphan', 'moved'] as const };
  expect(statesOf(filterNotes(listed, filter))).toEqual(['moved', 'orphan']);
  expect(statesOf(sortNotes(listed, 'place'))).toEqual(states);
  expect(statesOf(sortNotes(listed, 'state'))).toEqual(['doubtful', 'orphan', 'moved', 'exact']);
  expect(statesOf(sortNotes(listed, 'time'))).toEqual(['doubtful', 'orphan', 'moved', 'exact']);
});

test('a tag is taken once, whatever its case, and without its sign', () => {
  expect(addTag(['数据'], ' #目标 ')).toEqual(['数据', '目标']);
  expect(addTag(['GDP'], 'gdp')).toEqual(['GDP']);
  expect(addTag(['GDP'], '  ')).toEqual(['GDP']);
});

test('tags that begin with what was typed come first, those taken not at all', () => {
  expect(suggestTags(['大数据', '数据', '数字', '责任'], ['数字'], '数')).toEqual(['数据', '大数据']);
});
