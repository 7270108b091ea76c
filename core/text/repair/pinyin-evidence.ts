import type { PinyinCandidate, ReadingStyle } from './pinyin-candidates.ts';
import { withoutTone } from './pinyin-readings.ts';

/** Least number of brackets, over how many characters, that make a page one that a converter annotated. */
const LEAST_BRACKETS = 8;
const LEAST_CHARACTERS = 5;
/** A converter annotates a character always or never; the rest is room for glosses and lost bytes. */
const LEAST_SHARE = 0.9;
/** Readings behind characters that have no other Simplified form come from a teacher, not from a converter. */
const MOST_PLAIN_SHARE = 0.1;
/** No author writes the same reading twice in a row; three places are no slip of the pen. */
const LEAST_DOUBLED = 3;

/**
 * A page without tones and without doubled brackets must show more: an author may gloss a few characters so. Numbers are
 * those of the readings and of the characters.
 */
const LEAST_TONELESS = 16;
const LEAST_TONELESS_CHARACTERS = 8;
/** Converters annotate inside words; in a list of glosses (龜(qiū)茲、單(shàn)縣, 龍(lóng)：…) the character stands first. */
const LEAST_INNER_SHARE = 0.25;

/** Says for each candidate of one style whether the page proves that a converter put it there. */
type PinyinVerdict = (candidate: PinyinCandidate) => boolean;

const NONE: PinyinVerdict = () => false;

/** How often each of some characters stands in a text. */
export function countChars(text: string, chars: ReadonlySet<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  if (chars.size === 0) return counts;
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

/** What the page always writes behind each character. */
interface Habits {
  /** The one reading behind at least nine of ten occurrences. */
  readonly fixed: ReadonlyMap<string, string>;
  /** Characters that never stand bare, whatever their readings. */
  readonly always: ReadonlySet<string>;
}

function habitsOf(text: string, candidates: readonly PinyinCandidate[]): Habits {
  const byChar = countReadings(candidates);
  const totals = countChars(text, new Set(byChar.keys()));
  const fixed = new Map<string, string>();
  const always = new Set<string>();
  for (const [char, readings] of byChar) {
    const total = totals.get(char) ?? 0;
    const annotated = [...readings.values()].reduce((sum, count) => sum + count, 0);
    if (annotated >= total) always.add(char);
    for (const [reading, count] of readings) if (count >= LEAST_SHARE * total) fixed.set(char, reading);
  }
  return { fixed, always };
}

/** Whether enough of the brackets stand inside words, behind a Han character or another bracket. */
function standInWords(text: string, candidates: readonly PinyinCandidate[]): boolean {
  const first = candidates.filter(({ repetition }) => repetition === 0);
  const inner = first.filter(({ char, start }) =>
    /[\p{Script=Han})）]/u.test(text[start - char.length - 1] ?? ''),
  );
  return inner.length >= LEAST_INNER_SHARE * first.length;
}

/** The page's habits where they prove a converter: enough brackets, always there, inside words, hardly any plain character. */
function provenHabits(
  text: string,
  all: readonly PinyinCandidate[],
  candidates: readonly PinyinCandidate[],
  least: { readonly brackets: number; readonly characters: number },
): Habits | undefined {
  const habits = habitsOf(text, candidates);
  const telling = candidates.filter(
    ({ char, reading, exact }) => exact && habits.fixed.get(char) === reading,
  );
  const characters = new Set(telling.map(({ char }) => char));
  if (telling.length < least.brackets || characters.size < least.characters) return undefined;
  if (all.length - candidates.length > MOST_PLAIN_SHARE * candidates.length) return undefined;
  return standInWords(text, telling) ? habits : undefined;
}

/** Another reading of the same character (長(zhǎng) beside 長(cháng)) is a converter's where the character never stands bare. */
function byHabits({ fixed, always }: Habits): PinyinVerdict {
  return ({ char, reading, exact }) => fixed.get(char) === reading || (exact && always.has(char));
}

function judgeToned(
  text: string,
  all: readonly PinyinCandidate[],
  isTraditionalForm: (char: string) => boolean,
): PinyinVerdict {
  const candidates = all.filter(({ char }) => isTraditionalForm(char));
  const least = all.some(({ isDoubtful }) => isDoubtful)
    ? { brackets: LEAST_TONELESS, characters: LEAST_TONELESS_CHARACTERS }
    : { brackets: LEAST_BRACKETS, characters: LEAST_CHARACTERS };
  const habits = provenHabits(text, all, candidates, least);
  if (habits === undefined) return NONE;
  const verdict = byHabits(habits);
  return (candidate) => isTraditionalForm(candidate.char) && verdict(candidate);
}

function judgeToneless(
  text: string,
  all: readonly PinyinCandidate[],
  isTraditionalForm: (char: string) => boolean,
): PinyinVerdict {
  const traditional = all.filter(({ char }) => isTraditionalForm(char));
  const characters = new Set(traditional.map(({ char }) => char));
  const doubled = all.filter(({ repetition }) => repetition === 1).length;
  const proven =
    traditional.length >= LEAST_BRACKETS && characters.size >= LEAST_CHARACTERS && doubled >= LEAST_DOUBLED;
  if (proven) return () => true;
  const least = { brackets: LEAST_TONELESS, characters: LEAST_TONELESS_CHARACTERS };
  const habits = provenHabits(text, all, traditional, least);
  if (habits === undefined) return NONE;
  const verdict = byHabits(habits);
  return (candidate) => isTraditionalForm(candidate.char) && verdict(candidate);
}

/** Of pages that write tones here and there: the readings are compared without them, and more must be shown. */
function judgeMixed(
  text: string,
  all: readonly PinyinCandidate[],
  isTraditionalForm: (char: string) => boolean,
): PinyinVerdict {
  const toneless = new Map(
    all.map((one) => [one, { ...one, reading: withoutTone(one.reading), isDoubtful: true }] as const),
  );
  const verdict = judgeToned(text, [...toneless.values()], isTraditionalForm);
  return (candidate) => {
    const own = toneless.get(candidate);
    return own !== undefined && verdict(own);
  };
}

/** Weighs the candidates of a page that are written in one style (or in both) with one kind of brackets. */
export function judgePinyin(
  style: ReadingStyle | 'mixed',
  text: string,
  candidates: readonly PinyinCandidate[],
  isTraditionalForm: (char: string) => boolean,
): PinyinVerdict {
  if (style === 'mixed') return judgeMixed(text, candidates, isTraditionalForm);
  return style === 'toned'
    ? judgeToned(text, candidates, isTraditionalForm)
    : judgeToneless(text, candidates, isTraditionalForm);
}
