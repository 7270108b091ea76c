import { reanchor } from '#core/anchor/reanchor.ts';
import { matchBySchemeOfHypothesis } from '#core/anchor/testing/hypothesis-scheme.ts';
import { randomFrom } from '#core/anchor/testing/random.ts';
import { loadFolder } from '#core/script/index.ts';
import { contextOf } from '#core/text/context.ts';
import { identityMap } from '#core/text/offset-map.ts';
import { snapOutward } from '#core/text/segmentation.ts';
import type { Measure, MeasureName } from '../measure.ts';
import { takePairs } from '../pairs.ts';
import { sampleLines, textOfLength } from '../sample-texts.ts';

const NOTES = 10_000;
/** Share of the paragraphs that were edited. */
const EDITED = 0.05;
/** Places in an edited paragraph. */
const EDITS = 3;

/** 10,000 notes carried to a text of which 5 % of the paragraphs were edited. */
export const reanchor20k = measureOf('reanchor-20k', 20_000, NOTES, 1_000);

/** The same in a long text. The baseline matches 1,000 of the notes only, to keep the run short. */
export const reanchor1m = measureOf('reanchor-1m', 1_000_000, 1_000, 5_000);

/** `matched`: how many of the notes the baseline, the scheme that Hypothesis publishes, matches. */
function measureOf(name: MeasureName, length: number, matched: number, limit: number): Measure {
  return {
    name,
    unit: 'ms',
    goal: { kind: 'at-most', limit },
    take: async ({ pairs }) => {
      const { foldWithMap: fold } = await loadFolder({ lineFeed: 'nothing' });
      const { old, current, anchors } = makeEdit(length);
      const read = (source: string) => ({
        source,
        reading: { text: source, map: identityMap(source.length) },
      });
      const time = (work: () => void): Promise<number> => {
        const begun = performance.now();
        work();
        return Promise.resolve(performance.now() - begun);
      };
      return takePairs(
        pairs,
        () =>
          time(() => {
            for (const { exact, prefix, suffix, start } of anchors.slice(0, matched)) {
              matchBySchemeOfHypothesis(current, exact, { prefix, suffix, hint: start });
            }
          }),
        () => time(() => reanchor({ old: read(old), current: read(current), anchors, fold })),
      );
    },
  };
}

/** A text, what editors made of it, and notes of 2 to 60 characters at random places. */
function makeEdit(length: number) {
  const random = randomFrom(length);
  const old = textOfLength(sampleLines(), '一份很长的报告', length);
  const current = old
    .split('\n')
    .map((line) => (random.chance(EDITED) ? editedLine(line, random.below) : line))
    .join('\n');
  const anchors = Array.from({ length: NOTES }, () => {
    const start = random.below(old.length - 60);
    const range = snapOutward(old, { start, end: start + 2 + random.below(59) });
    return { ...range, ...contextOf(old, range) };
  });
  return { old, current, anchors };
}

function editedLine(line: string, below: (limit: number) => number): string {
  const characters = Array.from(line);
  for (let count = 0; count < EDITS; count += 1) {
    const at = below(characters.length);
    characters[at] = ['', '新', `${characters[at] ?? ''}另有增加，`][below(3)] ?? '';
  }
  return characters.join('');
}
