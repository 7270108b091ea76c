import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '#core/annotations/record.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { listLayout } from './list-layout.ts';
import { quoteOf } from './quote.ts';
import { addTag, suggestTags } from './tags.ts';
import { textDifference } from './text-difference.ts';

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

test('heads stand over their notes, and lines and notes lead to each other', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 12 }), fc.nat(20), (counts, rest) => {
      const groups = counts.map((count) => ({ count }));
      const matching = counts.length === 0 ? rest : counts.reduce((sum, count) => sum + count, 0);
      const layout = listLayout(matching, groups);
      const lines = Array.from({ length: layout.lines }, (_, at) => layout.lineAt(at));
      const expected =
        counts.length === 0
          ? Array.from({ length: rest }, (_, index) => ({ kind: 'note', index }))
          : counts.flatMap((count, group) => {
              const before = counts.slice(0, group).reduce((sum, each) => sum + each, 0);
              const notes = Array.from({ length: count }, (_, at) => ({ kind: 'note', index: before + at }));
              return [{ kind: 'head', group }, ...notes];
            });
      expect(lines).toEqual(expected);
      lines.forEach((line, at) => {
        if (line.kind === 'note') expect(layout.lineOfNote(line.index)).toBe(at);
        const behind = lines.slice(at).find((each) => each.kind === 'note');
        expect(layout.noteAtOrBehind(at)).toBe(behind?.kind === 'note' ? behind.index : matching);
      });
    }),
  );
});

test('what changed between two texts can be read back to either', () => {
  const text = fc.array(fc.constantFrom('目标', '措', '施', 'GDP', ' ', '\n', '𠮷', 'e\u0301'), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [before, after] = [a.join(''), b.join('')];
      const runs = textDifference(before, after);
      const joined = (kind: string): string =>
        runs
          .filter((run) => run.kind !== kind)
          .map((run) => run.text)
          .join('');
      expect(joined('removed')).toBe(after);
      expect(joined('added')).toBe(before);
    }),
  );
  expect(textDifference('三年目标', '五年目标')).toEqual([
    { kind: 'removed', text: '三' },
    { kind: 'added', text: '五' },
    { kind: 'same', text: '年目标' },
  ]);
});

test('a tag is taken once, whatever its case, and without its sign', () => {
  expect(addTag(['数据'], ' #目标 ')).toEqual(['数据', '目标']);
  expect(addTag(['GDP'], 'gdp')).toEqual(['GDP']);
  expect(addTag(['GDP'], '  ')).toEqual(['GDP']);
});

test('tags that begin with what was typed come first, those taken not at all', () => {
  expect(suggestTags(['大数据', '数据', '数字', '责任'], ['数字'], '数')).toEqual(['数据', '大数据']);
});
