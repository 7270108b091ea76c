import { isCommonCharacter } from '../common-characters.ts';
import { bytePairs, vanishedPairs } from './byte-shift-pairs.ts';
import type { BytePair } from './byte-shift-pairs.ts';
import type { ShiftStep } from './byte-shift-steps.ts';
import type { DoubleByteTable } from './double-byte-table.ts';
import type { WordEvidence } from './likely-words.ts';
import { normalizeReading, readingsOf, withoutTone } from './pinyin-readings.ts';

/** What shifted text was. `certain`: the evidence leaves one answer. */
export interface Solution {
  readonly text: string;
  readonly certain: boolean;
}

/** What stands around a place: the characters beside it, and the byte before it. */
export interface Surroundings {
  /** A few characters each, so that words across the border are seen. */
  readonly left: string;
  readonly right: string;
  readonly byteBefore: number | undefined;
  /** The reading in brackets that the page has behind the place; it is of the last character. */
  readonly readingBehind: string | undefined;
}

const PUNCTUATION = /[，。、；：？！“”‘’《》（）·…—〔〕【】]/u;
/** By so much (natural logarithm) the best way to read a place must be more likely than the next. */
const LEAST_MARGIN = 2.5;
/** Full stops go with everything, so 高。科研 looks better than 高校科研; before a quotation one is likely. */
const LEAST_MARGIN_OF_STOP = 6;
const LEAST_MARGIN_OF_QUOTED_STOP = 1.5;
const LEAST_MARGIN_OF_VANISHED = 3;
/** Words hold this share of the characters that were put together again. */
const LEAST_COVERED = 0.5;
/** Mean likelihood of neighbours (natural logarithm) below which a text is not even proposed. */
const LEAST_MEAN = -9;
/** No more ways are followed at once; a pair of which one byte is known has at most 190. */
const BEAM = 200;
const BEAM_OF_VANISHED = 8;
/** How unlikely it is that a pair vanished; no more of them are looked for in one place, and only between likely neighbours. */
const VANISHED = -2;
const ODD_STOP = -3;
const MOST_VANISHED = 3;
const LEAST_LIKELY = -7;

/** A way to read the pairs up to some point. */
interface Path {
  readonly text: string;
  readonly score: number;
  /** For each character whether it is known by its bytes alone. */
  readonly fixed: readonly boolean[];
  readonly vanished: number;
}

/** All ways to read the pairs, the most likely first. */
function readPaths(
  pairs: readonly BytePair[],
  { left, right, readingBehind }: Surroundings,
  table: DoubleByteTable,
  evidence: WordEvidence,
): readonly Path[] {
  let paths: readonly Path[] = [{ text: '', score: 0, fixed: [], vanished: 0 }];
  // 高 between no words ends no sentence: 高校 is likelier than 高。.
  const canStop = evidence.covered(left).at(-1) === true;
  const lastOf = (text: string): string => (left + text).slice(-1);
  for (const pair of pairs) {
    const next: Path[] = [];
    for (const path of paths) {
      for (const char of pair.candidates) {
        const isOddStop = char === '。' && path.text === '' && !canStop;
        const stop = isOddStop ? ODD_STOP : 0;
        const score = path.score + evidence.likelihood(lastOf(path.text), char) + stop;
        next.push({ ...path, text: path.text + char, score, fixed: [...path.fixed, pair.isFixed] });
      }
    }
    const [lead, trail] = [pair.leads[0], pair.trails[0]];
    if (pair.isFixed && lead !== undefined && trail !== undefined) {
      const splits = vanishedPairs(lead, trail, table);
      for (const path of paths.slice(0, BEAM_OF_VANISHED)) {
        if (path.vanished >= MOST_VANISHED) continue;
        for (const [first, seconds] of splits) {
          const a = evidence.likelihood(lastOf(path.text), first);
          if (a < LEAST_LIKELY) continue;
          for (const second of seconds) {
            if (PUNCTUATION.test(second)) continue;
            const b = evidence.likelihood(first, second);
            if (b < LEAST_LIKELY) continue;
            const fixed = [...path.fixed, false, false];
            const score = path.score + a + b + VANISHED;
            next.push({ text: path.text + first + second, score, fixed, vanished: path.vanished + 1 });
          }
        }
      }
    }
    paths = next.toSorted((a, b) => b.score - a.score).slice(0, BEAM);
  }
  const behind = right.slice(0, 1);
  return paths
    .filter(({ text }) => readingBehind === undefined || isReadAs(text.slice(-1), readingBehind))
    .map((path) => ({ ...path, score: path.score + evidence.likelihood(lastOf(path.text), behind) }))
    .toSorted((a, b) => b.score - a.score);
}

function isReadAs(char: string, reading: string): boolean {
  return readingsOf(char).toneless.has(withoutTone(reading));
}

/** The characters that shifted bytes were, or undefined when no bytes make characters of prose there. */
export function solveShift(
  steps: readonly ShiftStep[],
  around: Surroundings,
  table: DoubleByteTable,
  evidence: WordEvidence,
): Solution | undefined {
  const pairs = bytePairs(steps, around.byteBefore, table);
  if (pairs.length === 0) return undefined;
  const [best, second] = readPaths(pairs, around, table, evidence);
  if (best === undefined) return undefined;
  const margin = second === undefined ? Infinity : best.score - second.score;
  const mean = best.score / (best.text.length + 1);
  const sense = makesSense(best, around, evidence);
  if (sense === 'none' || (mean < LEAST_MEAN && margin < LEAST_MARGIN)) return undefined;
  // A question mark at the end stands for a byte and for the ASCII sign behind it: 借重、 looks better than the true 借智、.
  const last = steps.at(-1);
  const isWhole = last?.kind !== 'lost' || last.reading !== '';
  const isToned = steps.every(
    (step) => step.kind === 'byte' || step.reading === '' || isTonedReading(step.reading),
  );
  return {
    text: best.text,
    certain: isWhole && isToned && sense === 'full' && margin >= leastMargin(best, pairs),
  };
}

function isTonedReading(reading: string): boolean {
  return withoutTone(normalizeReading(reading)) !== normalizeReading(reading);
}

function leastMargin({ text, vanished }: Path, pairs: readonly BytePair[]): number {
  if (vanished > 0) return LEAST_MARGIN_OF_VANISHED;
  if (pairs[0]?.isOpen !== true || !text.startsWith('。')) return LEAST_MARGIN;
  return /^。[“”]/u.test(text) ? LEAST_MARGIN_OF_QUOTED_STOP : LEAST_MARGIN_OF_STOP;
}

/** Whether the characters that two known bytes make are prose: each common or in a word, enough of them in words. */
function makesSense(
  { text, fixed }: Path,
  { left, right }: Surroundings,
  evidence: WordEvidence,
): 'full' | 'some' | 'none' {
  const covered = evidence.covered(left + text + right).slice(left.length);
  const known = [...text]
    .map((char, at) => ({ char, isFixed: fixed[at] === true, isCovered: covered[at] === true }))
    .filter(({ isFixed, char }) => isFixed && !PUNCTUATION.test(char));
  const plausible = known.filter(({ char, isCovered }) => isCovered || isCommonCharacter(char)).length;
  const inWords = known.filter(({ isCovered }) => isCovered).length;
  if (plausible === known.length && inWords >= LEAST_COVERED * known.length) return 'full';
  return plausible >= LEAST_COVERED * known.length ? 'some' : 'none';
}
