import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildReading } from '#core/text/reading.ts';
import type { TextRange } from '#core/base/text-range.ts';
import type { Edit } from '#core/text/edit.ts';
import { OffsetMapBuilder } from '#core/text/offset-map-builder.ts';
import { ReportView } from './report-view.ts';
import type { SpotRange } from './spot.ts';
import type { ViewPiece } from './view-piece.ts';

/** Lines of Han characters with pinyin brackets in some of them, as a converter leaves them. */
const line = fc.array(fc.constantFrom('教', '育', '统', '筹', '(tǒng)', '强', '国', '，', '𠮷'), {
  minLength: 1,
  maxLength: 30,
});
const lines = fc.array(
  line.map((parts) => `一${parts.join('')}`),
  { minLength: 1, maxLength: 12 },
);

function viewOf(source: string, pieceLength: number): ReportView {
  const edits: Edit[] = [...source.matchAll(/\(tǒng\)/gu)].map(({ index, 0: before }) => ({
    start: index,
    end: index + before.length,
    before,
    after: '',
    rule: 'pinyin',
    confidence: 1,
    applied: true,
  }));
  const { text, map, blocks } = buildReading(source, 'txt', edits);
  const starts = Int32Array.from(blocks, (block) => block.start);
  const ends = Int32Array.from(blocks, (block) => block.end);
  return new ReportView({ text, map, bounds: { starts, ends } }, pieceLength);
}

/** A view that makes two characters of each 国 and one of 统筹, so that offsets of view and reading text part. */
function converted(view: ReportView, index: number): ViewPiece {
  const plain = view.plain(index);
  const builder = new OffsetMapBuilder();
  let text = '';
  let at = 0;
  for (const { 0: found, index: start } of plain.text.matchAll(/国|统筹/gu)) {
    text += plain.text.slice(at, start) + (found === '国' ? '國家' : '統');
    builder.copy(start - at);
    builder.replace(found.length, found === '国' ? 2 : 1);
    at = start + found.length;
  }
  text += plain.text.slice(at);
  builder.copy(plain.text.length - at);
  const starts: number[] = [0];
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  const ends = [...starts.slice(1).map((start) => start - 1), text.length];
  return {
    ...plain,
    text,
    map: builder.build(),
    blockStarts: Int32Array.from(starts),
    blockEnds: Int32Array.from(ends),
  };
}

/** What the spots show, blocks joined by line feeds. */
function shownText(view: ReportView, { start, end }: SpotRange): string {
  const texts: string[] = [];
  for (let block = start.block; block <= end.block; block += 1) {
    const text = view.textOf(block);
    texts.push(
      text.slice(block === start.block ? start.offset : 0, block === end.block ? end.offset : text.length),
    );
  }
  return texts.join('\n');
}

const LINES_OF_A_CUT_BRACKET =
  '一教 一(tǒng)教教教教教𠮷 一教教𠮷教教教教(tǒng)教𠮷 一(tǒng) 一教教教教教(tǒng)(tǒng)教教教𠮷 一教𠮷 一𠮷(tǒng) 一教'.split(
    ' ',
  );

const cases = fc.record({
  lines,
  pieceLength: fc.integer({ min: 1, max: 60 }),
  at: fc.nat(),
  length: fc.nat(40),
});

test('a plain view shows the reading text of a source range, and leads back to a range that shows the same', () => {
  fc.assert(
    fc.property(cases, ({ lines, pieceLength, at, length }) => {
      const source = lines.join('\n');
      const view = viewOf(source, pieceLength);
      const start = at % source.length;
      const range = { start, end: Math.min(source.length, start + length) };
      const spots = view.spotsOf(range);
      if (spots === null) return;
      const shown = shownText(view, spots);
      expect(view.reading.text).toContain(shown);
      const back = view.sourceOf(spots);
      const again = view.spotsOf(back);
      if (shown.replaceAll('\n', '') !== '') {
        expect(again === null ? null : shownText(view, again)).toBe(shown);
      }
      const whole = aroundBrackets(source, range);
      expect(back.start).toBeGreaterThanOrEqual(whole.start);
      expect(back.end).toBeLessThanOrEqual(whole.end);
    }),
    {
      examples: [
        [{ lines: ['一教', '一教(tǒng)', '一教'], pieceLength: 1, at: 6, length: 4 }],
        [{ lines: LINES_OF_A_CUT_BRACKET, pieceLength: 1, at: 1098277745, length: 6 }],
      ],
    },
  );
});

/** The range without half a bracket: one at a line's end is one segment with the line feed, which shows as a whole. */
function aroundBrackets(source: string, { start, end }: TextRange): TextRange {
  const cut = (at: number): RegExpExecArray | undefined =>
    [...source.matchAll(/\(tǒng\)\n?/gu)].find(
      ({ 0: text, index }) => index < at && at < index + text.length,
    );
  const last = cut(end);
  return { start: cut(start)?.index ?? start, end: last === undefined ? end : last.index + last[0].length };
}

test('a source range is found again in a converted view, whichever pieces have been replaced', () => {
  fc.assert(
    fc.property(
      cases,
      fc.array(fc.boolean(), { minLength: 40 }),
      ({ lines, pieceLength, at, length }, taken) => {
        const source = lines.join('\n');
        const view = viewOf(source, pieceLength);
        for (let index = 0; index < view.pieceCount; index += 1) {
          if (taken[index % taken.length] === true) view.replace(index, converted(view, index));
        }
        const start = at % source.length;
        const spots = view.spotsOf({ start, end: Math.min(source.length, start + length) });
        if (spots === null) return;
        const source1 = view.sourceOf(spots);
        const spots2 = view.spotsOf(source1);
        const visible = shownText(view, spots).replaceAll('\n', '');
        if (visible !== '') {
          expect(spots2 === null ? null : shownText(view, spots2)).toBe(shownText(view, spots));
        }
      },
    ),
  );
});

test('pieces cover every block once, in order, and show the reading text', () => {
  fc.assert(
    fc.property(cases, ({ lines, pieceLength }) => {
      const view = viewOf(lines.join('\n'), pieceLength);
      const texts: string[] = [];
      for (let index = 0; index < view.pieceCount; index += 1) texts.push(view.piece(index).text);
      expect(texts.join('\n')).toBe(view.reading.text);
      const blocks = Array.from({ length: view.blockCount }, (_value, block) => view.textOf(block));
      expect(blocks.join('\n')).toBe(view.reading.text);
    }),
  );
});
