import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { atLeast, rangeIn } from '#test/random-maps.ts';
import { loadFolder } from '../script/index.ts';
import { snapOutward } from '../text/segmentation.ts';
import type { Fold } from './find-quote.ts';
import { reanchor, type Reanchored } from './reanchor.ts';
import { cellsOf, NEW, textOf, type Cell } from './testing/cells.ts';
import { isRight, placesOf, truthOf } from './testing/truth.ts';

let fold: Fold;
beforeAll(async () => {
  fold = (await loadFolder({ lineFeed: 'nothing' })).foldWithMap;
});

/** Words of reports, marks that fold to nothing, an astral character, combining marks, a flag, white space. */
const WORDS = [
  '教育',
  '強國',
  '强国',
  '建设',
  '发展',
  '，',
  '。',
  '\n',
  '“',
  '”',
  '（',
  '）',
  ' ',
  '　',
  '\u{20000}',
  'e\u0301',
  '🇨🇳',
  '㎏',
  'AI',
  '2035',
  '的',
  '一',
  '\r\n',
  '\u200b',
  '全面建设社会主义现代化国家',
] as const;
const text = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map((words) => words.join(''));
const number = fc.nat({ max: 10_000 });
const places = fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 8 });

/** Random edits: at a place of the text some units go and words come. */
const edits = fc.array(
  fc.record({
    at: number,
    remove: fc.nat({ max: 12 }),
    words: fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }),
  }),
  { maxLength: 6 },
);

function anchorsIn(source: string, ranges: readonly (readonly [number, number])[]) {
  return ranges.map(([x, y]) => {
    const range = snapOutward(source, rangeIn(source.length, x, y));
    return { ...range, exact: source.slice(range.start, range.end) };
  });
}

function place(old: string, current: string, ranges: readonly (readonly [number, number])[]) {
  const anchors = anchorsIn(old, ranges);
  return { anchors, placed: reanchor({ old: { source: old }, current: { source: current }, anchors, fold }) };
}

function expectInText(current: string, { start, end, state, candidates }: Reanchored): void {
  for (const range of [{ start, end }, ...candidates]) {
    expect(range.start).toBeLessThanOrEqual(range.end);
    expect(snapOutward(current, range)).toMatchObject({ start: range.start, end: range.end });
  }
  expect(candidates.length > 0).toBe(state === 'doubtful' && candidates.length > 0);
  if (state === 'orphan') expect(start).toBe(end);
}

describe('reanchor', () => {
  test('in an unchanged text every anchor stays exactly where it is', () => {
    fc.assert(
      fc.property(text, places, (source, ranges) => {
        const { anchors, placed } = place(source, source, ranges);
        expect(placed).toEqual(
          anchors.map(({ start, end }) => ({ start, end, state: 'exact', candidates: [] })),
        );
      }),
      atLeast(700),
    );
  });

  test('offsets are in the new text and cut no grapheme, exact anchors keep their characters and their order', () => {
    fc.assert(
      fc.property(text, places, edits, (source, ranges, list) => {
        let current = source;
        for (const { at, remove, words } of list) {
          const start = at % (current.length + 1);
          current = current.slice(0, start) + words.join('') + current.slice(start + remove);
        }
        current = current.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
        const { anchors, placed } = place(source, current, ranges);
        const exact = placed.flatMap((answer, index) => {
          expectInText(current, answer);
          const anchor = anchors[index]!;
          if (answer.state !== 'exact') return [];
          expect(fold(current.slice(answer.start, answer.end)).text).toBe(fold(anchor.exact).text);
          return [{ anchor, answer }];
        });
        for (const one of exact) {
          for (const two of exact) {
            if (one.anchor.end > two.anchor.start) continue;
            expect(one.answer.start).toBeLessThanOrEqual(two.answer.start);
          }
        }
      }),
      atLeast(700),
    );
  });

  test('where every character occurs once, what random edits did is always seen', () => {
    const step = fc.record({
      kind: fc.constantFrom('remove', 'insert', 'replace', 'move'),
      at: number,
      count: fc.integer({ min: 1, max: 25 }),
      to: number,
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 150 }),
        fc.array(step, { maxLength: 6 }),
        places,
        (size, steps, ranges) => {
          const source = uniqueText(0, size);
          let cells: readonly Cell[] = cellsOf(source);
          let used = size;
          for (const { kind, at, count, to } of steps) {
            const start = at % (cells.length + 1);
            const taken = cells.slice(start, start + count);
            const rest = [...cells.slice(0, start), ...cells.slice(start + count)];
            const fresh = cellsOf(uniqueText(used, count)).map(({ text: character }) => ({
              id: NEW,
              text: character,
            }));
            if (kind === 'insert') cells = cells.toSpliced(start, 0, ...fresh);
            else if (kind === 'replace') cells = rest.toSpliced(start, 0, ...fresh);
            else cells = kind === 'move' ? rest.toSpliced(to % (rest.length + 1), 0, ...taken) : rest;
            used += count;
          }
          const current = textOf(cells, null);
          const known = placesOf(current);
          const { anchors, placed } = place(source, current.text, ranges);
          for (const [index, answer] of placed.entries()) {
            const { start, end } = anchors[index]!;
            if (start === end || (answer.state !== 'exact' && answer.state !== 'moved')) continue;
            const ids = Array.from({ length: end - start }, (_, offset) => start + offset);
            const truth = truthOf(current, known, ids);
            expect(
              isRight(truth, current, answer, answer.state === 'exact'),
              JSON.stringify({ truth: truth.fate, answer }),
            ).toBe(true);
          }
        },
      ),
      atLeast(700),
    );
  });
});

let unique: readonly string[] | undefined;

/** Different Han characters, none of which folds to another one's fold. */
function uniqueText(from: number, count: number): string {
  if (unique === undefined) {
    const folds = new Set<string>();
    unique = Array.from({ length: 6_000 }, (_, index) => String.fromCodePoint(0x4e00 + index)).filter(
      (character) => {
        const folded = fold(character).text;
        return !folds.has(folded) && folds.add(folded) !== undefined;
      },
    );
  }
  return unique.slice(from, from + count).join('');
}
