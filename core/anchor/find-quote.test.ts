import { beforeAll, describe, expect, test } from 'vitest';
import { loadFolder } from '../script/index.ts';
import type { Edit } from '../text/edit.ts';
import { buildReading } from '../text/reading.ts';
import type { Fold, Quote } from './find-quote.ts';
import { findQuote } from './find-quote.ts';

let foldReading: Fold;
let foldSource: Fold;
beforeAll(async () => {
  foldReading = (await loadFolder()).foldWithMap;
  foldSource = (await loadFolder({ lineFeed: 'nothing' })).foldWithMap;
});

/** An edit that removes the first occurrence of some words. */
function removal(source: string, before: string): Edit {
  const start = source.indexOf(before);
  return { start, end: start + before.length, before, after: '', rule: 'test', confidence: 1, applied: true };
}

function find(source: string, edits: readonly Edit[], quote: Partial<Quote>) {
  const reading = buildReading(source, 'txt', edits);
  const found = findQuote(
    { source, reading, foldReading, foldSource },
    { exact: '', prefix: '', suffix: '', ...quote },
  );
  return { ...found, texts: found.places.map(({ start, end }) => source.slice(start, end)) };
}

describe('findQuote', () => {
  test('finds the quote exactly in the source, also where the reading text has it folded', () => {
    const source = '統(tǒng)籌安排，統籌推進';
    const edits = [removal(source, '(tǒng)')];
    expect(find(source, edits, { exact: '統(tǒng)籌' }).places).toEqual([{ start: 0, end: 8 }]);
    // It stands exactly once, so the place that only the reading text shows is not looked for.
    expect(find(source, edits, { exact: '統籌' }).places).toEqual([{ start: 11, end: 13 }]);
  });

  test('finds it folded in the reading text: other script, hidden bracket', () => {
    const source = '教育強國是統(tǒng)籌安排';
    const edits = [removal(source, '(tǒng)')];
    expect(find(source, edits, { exact: '教育强国' }).texts).toEqual(['教育強國']);
    expect(find(source, edits, { exact: '统筹安排' }).texts).toEqual(['統(tǒng)籌安排']);
  });

  test('finds it folded in the source where the reading text hides it', () => {
    const source = '责任编辑：张三\n正文';
    const edits = [removal(source, '责任编辑：张三\n')];
    expect(find(source, edits, { exact: '責任編輯：張三' }).texts).toEqual(['责任编辑：张三']);
  });

  test('finds a quote over the cut lines of a source', () => {
    const source = '第一行的詞被\n切開';
    const edits = [removal(source, '\n')];
    expect(find(source, edits, { exact: '詞被切開' }).texts).toEqual(['詞被\n切開']);
    expect(find(source, [], { exact: '词被切开' }).texts).toEqual(['詞被\n切開']);
  });

  test('prefix and suffix narrow, in any script', () => {
    const source = '發展教育，支持教育，教育優先';
    expect(find(source, [], { exact: '教育' })).toMatchObject({ all: 3, places: { length: 3 } });
    expect(find(source, [], { exact: '教育', prefix: '支持' }).places).toEqual([{ start: 7, end: 9 }]);
    expect(find(source, [], { exact: '教育', prefix: '发展' }).places).toEqual([{ start: 2, end: 4 }]);
    expect(find(source, [], { exact: '教育', suffix: '优先' }).places).toEqual([{ start: 10, end: 12 }]);
    expect(find(source, [], { exact: '教育', prefix: '支持', suffix: '优先' })).toMatchObject({
      all: 3,
      places: [],
    });
  });

  test('finds places that overlap, and never the empty quote', () => {
    expect(find('人人人', [], { exact: '人人' }).places).toEqual([
      { start: 0, end: 2 },
      { start: 1, end: 3 },
    ]);
    expect(find('人人人', [], {}).places).toEqual([]);
    expect(find('人人人', [], { exact: '“”' }).places).toEqual([]);
  });
});
