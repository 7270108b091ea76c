import type { PinyinCandidate, ReadingStyle } from './pinyin-candidates.ts';

/** Least number of brackets, over how many characters, that make a page one that a converter annotated. */
const LEAST_BRACKETS = 8;
const LEAST_CHARACTERS = 5;
/** A converter annotates a character always or never; the rest is room for glosses and lost bytes. */
const LEAST_SHARE = 0.9;
/** Readings behind characters that have no other Simplified form come from a teacher, not from a converter. */
const MOST_PLAIN_SHARE = 0.1;
/** No author writes the same reading twice in a row; three places are no slip of the pen. */
const LEAST_DOUBLED = 3;

/** Says for each candidate of one style whether the page proves that a converter put it there. */
type PinyinVerdict = (candidate: PinyinCandidate) => boolean;

const NONE: PinyinVerdict = () => false;

function countChars(text: string, chars: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const char of text) if (chars.has(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
  return counts;
}

function countReadings(candidates: readonly PinyinCandidate[]): Map<string, Map<string, number>> {
  const byChar = new Map<string, Map<string, number>>();
  for (const { char, reading, repetition } of candidates) {
    if (repetition > 0) continue;
    const readings = byChar.get(char) ?? new Map<string, number>();
    readings.set(reading, (readings.get(reading) ?? 0) + 1);
    byChar.set(char, readings);
  }
  return byChar;
}

/** The reading that stands behind at least nine of ten occurrences of each character that has one. */
function fixedReadings(text: string, candidates: readonly PinyinCandidate[]): ReadonlyMap<string, string> {
  const byChar = countReadings(candidates);
  const totals = countChars(text, new Set(byChar.keys()));
  const fixed = new Map<string, string>();
  for (const [char, readings] of byChar) {
    for (const [reading, count] of readings) {
      if (count >= LEAST_SHARE * (totals.get(char) ?? count)) fixed.set(char, reading);
    }
  }
  return fixed;
}

function judgeToned(
  text: string,
  all: readonly PinyinCandidate[],
  isTraditionalForm: (char: string) => boolean,
): PinyinVerdict {
  const candidates = all.filter(({ char }) => isTraditionalForm(char));
  const fixed = fixedReadings(text, candidates);
  const telling = candidates.filter(({ char, reading, exact }) => exact && fixed.get(char) === reading);
  const characters = new Set(telling.map(({ char }) => char));
  if (telling.length < LEAST_BRACKETS || characters.size < LEAST_CHARACTERS) return NONE;
  if (all.length - candidates.length > MOST_PLAIN_SHARE * candidates.length) return NONE;
  return ({ char, reading }) => fixed.get(char) === reading;
}

function judgeToneless(
  all: readonly PinyinCandidate[],
  isTraditionalForm: (char: string) => boolean,
): PinyinVerdict {
  const traditional = all.filter(({ char }) => isTraditionalForm(char));
  const characters = new Set(traditional.map(({ char }) => char));
  const doubled = all.filter(({ repetition }) => repetition === 1).length;
  const proven =
    traditional.length >= LEAST_BRACKETS && characters.size >= LEAST_CHARACTERS && doubled >= LEAST_DOUBLED;
  return proven ? () => true : NONE;
}

/** Weighs the candidates of a page that are written in one style with one kind of brackets. */
export function judgePinyin(
  style: ReadingStyle,
  text: string,
  candidates: readonly PinyinCandidate[],
  isTraditionalForm: (char: string) => boolean,
): PinyinVerdict {
  return style === 'toned'
    ? judgeToned(text, candidates, isTraditionalForm)
    : judgeToneless(candidates, isTraditionalForm);
}
