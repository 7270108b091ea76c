import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeast } from '#test/random-maps.ts';
import { editsOfSteps, editSteps, texts } from '#test/random-edits.ts';
import { applyEdits } from './apply-edits.ts';
import type { Edit } from './edit.ts';
import { mapEditsBack } from './map-edits-back.ts';
import { toA, toB } from './map-range.ts';
import { editsOverlap, mergeEdits } from './merge-edits.ts';
import { createOffsetMap, spanTuples } from './offset-map.ts';

const RUNS = atLeast(1000);

function expectOrdered(source: string, edits: readonly Edit[]): void {
  edits.forEach((edit, index) => {
    expect(source.slice(edit.start, edit.end)).toBe(edit.before);
    const last = edits[index - 1];
    if (last === undefined) return;
    expect(last.end).toBeLessThanOrEqual(edit.start);
    expect(editsOverlap(last, edit)).toBe(false);
  });
}

describe('edits', () => {
  it('leave every slice outside their spans as it is, and make the text that a plain splice makes', () => {
    fc.assert(
      fc.property(texts, editSteps, (source, steps) => {
        const edits = editsOfSteps(source, steps, 'r', false);
        const { text, map } = applyEdits(source, edits);
        let spliced = source;
        for (const edit of edits.filter((one) => one.applied).toReversed()) {
          spliced = spliced.slice(0, edit.start) + edit.after + spliced.slice(edit.end);
        }
        expect(text).toBe(spliced);
        expect(createOffsetMap(map.spans, source.length, text.length)).toEqual(map);
        let [a, b] = [0, 0];
        for (const [aStart, aEnd, bStart, bEnd] of [
          ...spanTuples(map),
          [source.length, 0, text.length, 0],
        ] as const) {
          expect(text.slice(b, bStart)).toBe(source.slice(a, aStart));
          [a, b] = [aEnd, bEnd];
        }
      }),
      RUNS,
    );
  });

  it('found on an edited text and carried back make, merged with the first ones, the same text in one go', () => {
    fc.assert(
      fc.property(texts, editSteps, editSteps, (source, first, second) => {
        const earlier = editsOfSteps(source, first, 'first', true);
        const edited = applyEdits(source, earlier);
        const found = editsOfSteps(edited.text, second, 'second', true);
        const merged = mergeEdits([earlier, mapEditsBack(found, source, edited)]);
        expectOrdered(source, merged);
        expect(applyEdits(source, merged).text).toBe(applyEdits(edited.text, found).text);
      }),
      atLeast(3000),
    );
  });

  it('carry through three layers', () => {
    fc.assert(
      fc.property(texts, editSteps, editSteps, editSteps, (source, ...layers) => {
        let edits: readonly Edit[] = [];
        let text = source;
        layers.forEach((steps, layer) => {
          const edited = applyEdits(source, edits);
          const found = editsOfSteps(text, steps, `rule-${layer}`, true);
          text = applyEdits(text, found).text;
          edits = mergeEdits([edits, mapEditsBack(found, source, edited)]);
          expectOrdered(source, edits);
          expect(applyEdits(source, edits).text).toBe(text);
        });
      }),
      RUNS,
    );
  });

  it('with proposals among them stay one ordered list, and an applied edit of a later layer always shows', () => {
    fc.assert(
      fc.property(texts, editSteps, editSteps, (source, first, second) => {
        const earlier = editsOfSteps(source, first, 'first', false);
        const edited = applyEdits(source, earlier);
        const found = editsOfSteps(edited.text, second, 'second', false);
        const merged = mergeEdits([earlier, mapEditsBack(found, source, edited)]);
        expectOrdered(source, merged);
        if (found.every((edit) => edit.applied)) {
          expect(applyEdits(source, merged).text).toBe(applyEdits(edited.text, found).text);
        }
      }),
      RUNS,
    );
  });

  it('that touch keep apart: a removal never takes in what is hidden already', () => {
    fc.assert(
      fc.property(texts, editSteps, fc.nat({ max: 50 }), fc.nat({ max: 50 }), (source, steps, x, y) => {
        const earlier = editsOfSteps(source, steps, 'first', true).filter((edit) => edit.after === '');
        const edited = applyEdits(source, earlier);
        const start = Math.min(x, y, edited.text.length);
        const end = Math.min(Math.max(x, y), edited.text.length);
        const removal: Edit = {
          start,
          end,
          before: edited.text.slice(start, end),
          after: '',
          rule: 'second',
          confidence: 1,
          applied: true,
        };
        const merged = mergeEdits([earlier, mapEditsBack(start < end ? [removal] : [], source, edited)]);
        expect(merged.every((edit) => !edit.rule.includes('+'))).toBe(true);
        expect(merged.filter((edit) => edit.rule === 'first')).toEqual(earlier);
        const range = { start, end };
        if (start < end) expect(toB(edited.map, toA(edited.map, range))).toEqual(range);
      }),
      RUNS,
    );
  });
});
