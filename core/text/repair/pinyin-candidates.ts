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

const SYLLABLE = String.raw`[\p{Script=Latin}\u0300-\u036f]{1,9}[1-5]?`;
/** What stands between several readings of one character: 長(cháng/zhǎng). */
const BETWEEN = String.raw`\s?[\/、,，;；|]\s?|\s`;
const READINGS = String.raw`\s?${SYLLABLE}(?:(?:${BETWEEN})${SYLLABLE}){0,3}\s?`;
/** Doubled marks count only as a pair: of 縣（區(qū)） the outer ones belong to the text. */
const WRITTEN = String.raw`(?:[(（]{2}${READINGS}[)）]{2}|[(（]${READINGS}[)）])`;
const ANNOTATED = new RegExp(String.raw`(\p{Script=Han})(${WRITTEN}+)`, 'gu');
const BRACKET = new RegExp(WRITTEN, 'gu');
const MARKS = /^[(（\s]+|[)）\s]+$/gu;
const SEPARATOR = new RegExp(BETWEEN, 'u');
/** Converters write small letters; 張(Zhāng) is a name that its author spells. */
const CAPITAL = /\p{Uppercase}/u;

interface Fit {
  readonly styles: readonly ReadingStyle[];
  readonly exact: boolean;
}

/** Which styles the reading fits in: 們(men) is right with tone marks and without. Tone numbers say as much as marks. */
function fitOf(char: string, written: string): Fit {
  const own = readingsOf(char);
  const reading = normalizeReading(written);
  const toneless = withoutTone(reading);
  const isOwn = own.toned.has(reading);
  if (!isOwn && !own.toneless.has(toneless)) return { styles: [], exact: false };
  if (/[1-5]$/u.test(written)) return { styles: ['toned', 'toneless'], exact: isOwn };
  if (toneless !== reading) return { styles: ['toned'], exact: isOwn };
  return { styles: isOwn ? ['toned', 'toneless'] : ['toneless'], exact: true };
}

/** The same for all readings in one bracket; one that is no reading of the character, or stands twice, spoils it. */
function fitOfAll(char: string, written: readonly string[]): Fit {
  const fits = written.map((one) => fitOf(char, one));
  const differ = new Set(written.map(normalizeReading)).size === written.length;
  if (!differ || written.some((one) => CAPITAL.test(one))) return { styles: [], exact: false };
  const [first, ...others] = fits;
  const styles = first?.styles.filter((style) => others.every((other) => other.styles.includes(style))) ?? [];
  return { styles, exact: fits.every(({ exact }) => exact) };
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
      const written = bracket[0].replaceAll(MARKS, '').split(SEPARATOR);
      const reading = written.map(normalizeReading).join('/');
      if (first !== undefined && reading !== first) break;
      const { styles, exact } = fitOfAll(char, written);
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
