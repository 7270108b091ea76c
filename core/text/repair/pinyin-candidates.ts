import { normalizeReading, readingsOf, withoutTone } from './pinyin-readings.ts';

/** How the readings of a page are written. A page uses one way throughout. */
export type ReadingStyle = 'toned' | 'toneless';

/** A bracket directly behind a Han character that holds one of that character's own readings. */
export interface PinyinCandidate {
  readonly char: string;
  /** UTF-16 offsets of the bracket, its marks included. */
  readonly start: number;
  readonly end: number;
  readonly reading: string;
  readonly styles: readonly ReadingStyle[];
  /** Whether the dictionary has the reading itself, and not only the same syllable in another tone (績(jī), 間(jiān)). */
  readonly exact: boolean;
  readonly fullWidth: boolean;
  /** 0 for the bracket that touches the character, 1 for a second one with the same reading behind it, and so on. */
  readonly repetition: number;
}

const ANNOTATED =
  /(\p{Script=Han})((?:\([\p{Script=Latin}\u0300-\u036f]{1,9}[1-5]?\)|（[\p{Script=Latin}\u0300-\u036f]{1,9}[1-5]?）)+)/gu;
const BRACKET = /[(（]([^()（）]+)[)）]/gu;

interface Fit {
  readonly styles: readonly ReadingStyle[];
  readonly exact: boolean;
}

/** Which styles the reading fits in: 們(men) is right with tone marks and without. */
function fitOf(char: string, reading: string): Fit {
  const own = readingsOf(char);
  const toneless = withoutTone(reading);
  const syllable = own.toneless.has(toneless);
  if (own.toned.has(reading)) {
    return { styles: toneless === reading ? ['toned', 'toneless'] : ['toned'], exact: true };
  }
  if (!syllable) return { styles: [], exact: false };
  const marked = toneless !== reading && !/[1-5]$/u.test(reading);
  if (marked) return { styles: ['toned'], exact: false };
  return { styles: ['toneless'], exact: true };
}

/**
 * All candidates, in order. Of several brackets in a row only the first and those that repeat its reading count: in
 * 會(huì)(kuài)稽 the second is the author's own.
 */
export function findPinyinCandidates(text: string): readonly PinyinCandidate[] {
  const candidates: PinyinCandidate[] = [];
  for (const match of text.matchAll(ANNOTATED)) {
    const char = match[1] ?? '';
    const chainStart = match.index + char.length;
    let first: string | undefined;
    let repetition = 0;
    for (const bracket of (match[2] ?? '').matchAll(BRACKET)) {
      const reading = normalizeReading(bracket[1] ?? '');
      if (first !== undefined && reading !== first) break;
      const { styles, exact } = fitOf(char, reading);
      if (styles.length === 0) break;
      first = reading;
      const start = chainStart + bracket.index;
      const fullWidth = bracket[0].startsWith('（');
      candidates.push({
        char,
        start,
        end: start + bracket[0].length,
        reading,
        styles,
        exact,
        fullWidth,
        repetition,
      });
      repetition += 1;
    }
  }
  return candidates;
}
