import { describe, expect, it } from 'vitest';
import { applyEdits } from './apply-edits.ts';
import type { Edit } from './edit.ts';
import { mapEditsBack } from './map-edits-back.ts';
import { mergeEdits } from './merge-edits.ts';
import { spanTuples } from './offset-map.ts';

function edit(source: string, start: number, end: number, after: string, more: Partial<Edit> = {}): Edit {
  return {
    start,
    end,
    before: source.slice(start, end),
    after,
    rule: 'r',
    confidence: 1,
    applied: true,
    ...more,
  };
}

describe('applyEdits', () => {
  const source = '統(tǒng)籌安排';

  it('makes the text and the map', () => {
    const { text, map } = applyEdits(source, [edit(source, 1, 7, '')]);
    expect(text).toBe('統籌安排');
    expect(spanTuples(map)).toEqual([[1, 7, 1, 1]]);
  });

  it('leaves proposals as they stand', () => {
    const { text, map } = applyEdits(source, [edit(source, 1, 7, '', { applied: false })]);
    expect(text).toBe(source);
    expect(spanTuples(map)).toEqual([]);
  });

  it.each([
    ['out of order', [edit(source, 7, 8, 'x'), edit(source, 0, 1, 'y')]],
    ['overlapping', [edit(source, 0, 3, 'x'), edit(source, 2, 4, 'y')]],
    ['overlapping a proposal', [edit(source, 0, 3, 'x', { applied: false }), edit(source, 2, 4, 'y')]],
    ['behind the end', [{ ...edit(source, 9, 10, 'x'), end: 99 }]],
    ['reversed', [{ ...edit(source, 2, 2, 'x'), end: 1 }]],
    ['about another text', [edit('統 tǒng 籌安排', 1, 7, '')]],
    ['longer than what they say', [{ ...edit(source, 1, 3, ''), end: 4 }]],
  ])('refuses edits %s', (_, edits) => {
    expect(() => applyEdits(source, edits)).toThrow(RangeError);
  });
});

describe('mergeEdits', () => {
  const source = '0123456789';

  it('keeps touching edits apart, in order, whichever list they are in', () => {
    const lists = [[edit(source, 4, 6, 'x')], [edit(source, 2, 4, ''), edit(source, 6, 8, 'y')]];
    expect(mergeEdits(lists).map(({ start, end }) => [start, end])).toEqual([
      [2, 4],
      [4, 6],
      [6, 8],
    ]);
  });

  it('makes one of two where the later holds the earlier', () => {
    const lists = [
      [edit(source, 3, 5, 'x', { rule: 'first', confidence: 0.8 })],
      [edit(source, 2, 6, 'y', { rule: 'second' })],
    ];
    expect(mergeEdits(lists)).toEqual([edit(source, 2, 6, 'y', { rule: 'first+second', confidence: 0.8 })]);
  });

  it('unites partial overlaps and names each rule once', () => {
    const lists = [
      [edit(source, 1, 4, '', { rule: 'a+b' })],
      [edit(source, 3, 6, 'y', { rule: 'b' })],
      [edit(source, 5, 8, '', { rule: 'c' })],
    ];
    expect(mergeEdits(lists)).toEqual([edit(source, 1, 8, 'y', { rule: 'a+b+c' })]);
  });

  it('lets a proposal give way to a later edit that is applied', () => {
    const proposal = edit(source, 1, 4, 'x', { applied: false, rule: 'first' });
    const applied = edit(source, 3, 6, 'y', { rule: 'second' });
    expect(mergeEdits([[proposal], [applied]])).toEqual([applied]);
  });

  it('asks for both together when a proposal needs an edit that was applied before', () => {
    const applied = edit(source, 2, 4, 'x', { rule: 'first' });
    const proposal = edit(source, 1, 5, 'y', { applied: false, rule: 'second' });
    expect(mergeEdits([[applied], [proposal]])).toEqual([{ ...proposal, rule: 'first+second' }]);
  });

  it('keeps the more confident of two proposals, and the earlier of equals', () => {
    const weak = edit(source, 1, 4, 'x', { applied: false, confidence: 0.4 });
    const strong = edit(source, 3, 6, 'y', { applied: false, confidence: 0.6 });
    expect(mergeEdits([[weak], [strong]])).toEqual([strong]);
    expect(mergeEdits([[strong], [weak]])).toEqual([strong]);
    const equal = { ...weak, confidence: 0.6 };
    expect(mergeEdits([[equal], [strong]])).toEqual([equal]);
  });

  it('leaves out what changes nothing in the end', () => {
    expect(mergeEdits([[edit(source, 2, 3, 'x')], [edit(source, 2, 3, '2')]])).toEqual([]);
  });

  it('gives nothing for nothing', () => {
    expect(mergeEdits([])).toEqual([]);
    expect(mergeEdits([[], []])).toEqual([]);
  });
});

describe('mapEditsBack', () => {
  it('cuts a removal where something is hidden already', () => {
    const source = '甲\n[打印本页]\n乙';
    const earlier = [edit(source, 2, 8, '', { rule: 'furniture' })];
    const edited = applyEdits(source, earlier);
    expect(edited.text).toBe('甲\n\n乙');
    const found = [edit(edited.text, 1, 3, '', { rule: 'layout' })];
    expect(mapEditsBack(found, source, edited).map(({ start, end }) => [start, end])).toEqual([
      [1, 2],
      [8, 9],
    ]);
    expect(applyEdits(source, mergeEdits([earlier, mapEditsBack(found, source, edited)])).text).toBe('甲乙');
  });

  it('grows a change over all of what an earlier edit wrote', () => {
    const source = 'abcdef';
    const earlier = [edit(source, 1, 3, 'XYZ', { rule: 'first' })];
    const edited = applyEdits(source, earlier);
    const found = [edit(edited.text, 3, 5, '!', { rule: 'second' })];
    expect(mapEditsBack(found, source, edited)).toEqual([edit(source, 1, 4, 'XY!', { rule: 'second' })]);
  });
});
