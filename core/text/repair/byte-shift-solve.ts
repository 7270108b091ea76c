import { isCommonCharacter } from '../common-characters.ts';
import type { ShiftStep } from './byte-shift-steps.ts';
import type { DoubleByteTable } from './double-byte-table.ts';
import type { WordEvidence } from './likely-words.ts';
import { normalizeReading, readingsOf } from './pinyin-readings.ts';

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
}

const ALL_BYTES = Array.from({ length: 0xff - 0x40 }, (_none, index) => 0x40 + index);
const PUNCTUATION = /[，。、；：？！“”‘’《》（）·…—〔〕【】]/u;
/** The best candidate must be this strong, and lead the next by as much. */
const LEAST_SUPPORT = 2;
/** Words hold this share of the characters that were put together again; pairs that vanished leave single ones. */
const LEAST_COVERED = 0.5;

/** The bytes a step can be, given the byte before it. */
function bytesOfStep(step: ShiftStep, before: number | undefined, table: DoubleByteTable): readonly number[] {
  if (step.kind === 'byte') return [step.value];
  if (step.reading === '') return ALL_BYTES;
  if (before === undefined) return [];
  // The converter found an annotated character across the border of two: its trail byte is what was lost.
  const reading = normalizeReading(step.reading);
  return ALL_BYTES.filter((byte) => {
    const char = table.charOf(before, byte);
    return char !== undefined && readingsOf(char).toned.has(reading);
  });
}

interface Pair {
  readonly candidates: readonly string[];
  readonly isFixed: boolean;
  /** Whether a byte of it is unknown and no reading tells it. */
  readonly isOpen: boolean;
}

function pairsOf(
  steps: readonly ShiftStep[],
  byteBefore: number | undefined,
  table: DoubleByteTable,
): readonly Pair[] {
  const pairs: Pair[] = [];
  let before = byteBefore === undefined ? [] : [byteBefore];
  for (let at = 0; at + 1 < steps.length; at += 2) {
    const [first, second] = [steps[at], steps[at + 1]];
    if (first === undefined || second === undefined) break;
    const candidates = new Set<string>();
    const trails = new Set<number>();
    for (const lead of before.length === 0
      ? bytesOfStep(first, undefined, table)
      : union(before, (byte) => bytesOfStep(first, byte, table))) {
      for (const trail of bytesOfStep(second, lead, table)) {
        const char = table.charOf(lead, trail);
        if (char === undefined) continue;
        candidates.add(char);
        trails.add(trail);
      }
    }
    const isOpen = [first, second].some((step) => step.kind === 'lost' && step.reading === '');
    const isFixed = first.kind === 'byte' && second.kind === 'byte';
    pairs.push({ candidates: [...candidates], isFixed, isOpen });
    before = [...trails];
  }
  return pairs;
}

function union(values: readonly number[], each: (value: number) => readonly number[]): readonly number[] {
  return [...new Set(values.flatMap((value) => [...each(value)]))];
}

/** The characters that shifted bytes were, or undefined when no bytes make characters of prose there. */
export function solveShift(
  steps: readonly ShiftStep[],
  { left, right, byteBefore }: Surroundings,
  table: DoubleByteTable,
  evidence: WordEvidence,
): Solution | undefined {
  const pairs = pairsOf(steps, byteBefore, table);
  const fixed = pairs.filter(({ isFixed }) => isFixed);
  if (fixed.some(({ candidates }) => candidates.length === 0)) return undefined;
  let text = '';
  let certain = true;
  for (const [index, { candidates, isFixed, isOpen }] of pairs.entries()) {
    const next = pairs[index + 1]?.candidates[0] ?? right.slice(0, 1);
    const chosen = isFixed
      ? candidates[0]
      : choose(candidates, isOpen, (text || left).slice(-1), next, evidence);
    if (typeof chosen === 'string') text += chosen;
    else if (chosen === undefined) return undefined;
    else {
      text += chosen.char;
      // A lost last byte has too many rivals: 借助、 looks better than the true 借智、.
      const isEnd = isOpen && index === pairs.length - 1;
      certain &&= chosen.clear && !isEnd;
    }
  }
  const sense = makesSense(text, pairs, left, right, evidence);
  return sense === 'none' ? undefined : { text, certain: certain && sense === 'full' };
}

/** Whether the characters that two known bytes make are prose: each common or in a word, enough of them in words. */
function makesSense(
  text: string,
  pairs: readonly Pair[],
  left: string,
  right: string,
  evidence: WordEvidence,
): 'full' | 'some' | 'none' {
  const covered = evidence.covered(left + text + right).slice(left.length);
  const fixed = [...text].map((char, at) => ({
    char,
    isFixed: pairs[at]?.isFixed === true,
    isCovered: covered[at] === true,
  }));
  const known = fixed.filter(({ isFixed, char }) => isFixed && !PUNCTUATION.test(char));
  const plausible = known.filter(({ char, isCovered }) => isCovered || isCommonCharacter(char)).length;
  const inWords = known.filter(({ isCovered }) => isCovered).length;
  if (plausible === known.length && inWords >= LEAST_COVERED * known.length) return 'full';
  return plausible >= LEAST_COVERED * known.length ? 'some' : 'none';
}

function choose(
  candidates: readonly string[],
  isOpen: boolean,
  left: string,
  right: string,
  evidence: WordEvidence,
): { readonly char: string; readonly clear: boolean } | undefined {
  const [only] = candidates;
  if (only === undefined) return undefined;
  if (candidates.length === 1) return { char: only, clear: true };
  const common = isOpen ? [] : candidates.filter(isCommonCharacter);
  if (common.length === 1) return { char: common[0] ?? '', clear: true };
  const ranked = candidates
    .map((char) => {
      // A reading leaves a handful; without one the neighbour behind would fit too many by chance.
      const behind = isOpen ? 0 : evidence.supportBefore(char, right);
      return { char, support: evidence.support(left, char, right) + behind };
    })
    .toSorted((a, b) => b.support - a.support);
  const [best, second] = ranked;
  if (best === undefined || best.support === 0) return undefined;
  const margin = best.support - (second?.support ?? 0);
  return { char: best.char, clear: best.support >= LEAST_SUPPORT && margin >= LEAST_SUPPORT };
}
