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
  /** How it is written: its opening mark, with a space before it or in capitals. Pages keep to one way, or to two. */
  readonly kind: string;
  /** Ways in which authors write too, so that a page must show more of them. */
  readonly isDoubtful: boolean;
  /** 0 for the bracket that touches the character, 1 for a second one with the same reading behind it, and so on. */
  readonly repetition: number;
}

/** A line may have been broken in the middle of a bracket, and the next one indented. */
const BREAK = String.raw`(?:\r?\n[ \u3000]{0,4})?`;
const SYLLABLE = String.raw`(?:(?:[\p{Script=Latin}\u0300-\u036f]|(?<=[uU]):)${BREAK}){1,9}[1-5１-５¹²³⁴⁵]?${BREAK}`;
/** What stands between several readings of one character: 長(cháng/zhǎng). */
const BETWEEN = String.raw`[ \u00a0]?[\/、,，;；|][ \u00a0]?|[ \u00a0]`;
const QUOTE = String.raw`[ \u00a0"'“”‘’]?`;
const READINGS = String.raw`${QUOTE}${BREAK}${SYLLABLE}(?:(?:${BETWEEN}|\r?\n[ \u3000]{0,4})${BREAK}${SYLLABLE}){0,3}${QUOTE}`;
/** Stands in every text that has candidates: a letter behind an opening bracket. */
export const PINYIN_TRACE = new RegExp(
  String.raw`[(（[【〔《〈<{]${QUOTE}${BREAK}[\p{Script=Latin}\u0300-\u036f]`,
  'u',
);
/** Doubled marks count only as a pair: of 縣（區）） the outer ones belong to the text. */
const ROUND = String.raw`[(（]${BREAK}[(（]${READINGS}[)）]${BREAK}[)）]|[(（]${READINGS}[)）]`;
const OTHER = String.raw`\[${READINGS}\]|【${READINGS}】|〔${READINGS}〕|《${READINGS}》|〈${READINGS}〉|<${READINGS}>|\{${READINGS}\}`;
const WRITTEN = String.raw`(?:${ROUND}|${OTHER})`;
const ANNOTATED = new RegExp(
  String.raw`(\p{Script=Han})((?:[ \u00a0\u3000]|\r?\n)?${WRITTEN}(?:${BREAK}${WRITTEN})*)`,
  'gu',
);
const BRACKET = new RegExp(WRITTEN, 'gu');
const MARKS = /^[(（[【〔《〈<{"'“”‘’\s]+|[)）\]】〕》〉>}"'“”‘’\s]+$/gu;
const LINE_BREAKS = /\r?\n[ \u3000]{0,4}/gu;
const SEPARATOR = new RegExp(BETWEEN, 'u');
/** Converters write small letters as a rule; 張(Zhāng) is a name that its author spells. */
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
  if (/[1-5１-５¹²³⁴⁵]$/u.test(written)) return { styles: ['toned', 'toneless'], exact: isOwn };
  if (toneless !== reading) return { styles: ['toned'], exact: isOwn };
  return { styles: isOwn ? ['toned', 'toneless'] : ['toneless'], exact: true };
}

/** The same for all readings in one bracket; one that is no reading of the character, or stands twice, spoils it. */
function fitOfAll(char: string, written: readonly string[]): Fit {
  const fits = written.map((one) => fitOf(char, one));
  const differ = new Set(written.map(normalizeReading)).size === written.length;
  if (!differ) return { styles: [], exact: false };
  const [first, ...others] = fits;
  const styles = first?.styles.filter((style) => others.every((other) => other.styles.includes(style))) ?? [];
  return { styles, exact: fits.every(({ exact }) => exact) };
}

/** How a bracket is written, and whether authors write so as well. */
function wayOf(bracket: string, gap: string, reading: string): { kind: string; isDoubtful: boolean } {
  const isSpaced = /[ \u00a0\u3000]/u.test(gap) && !gap.includes('\n');
  const isCapital = CAPITAL.test(reading);
  const kind = bracket.slice(0, 1) + (isSpaced ? ' ' : '') + (isCapital ? 'A' : '');
  return { kind, isDoubtful: isSpaced || isCapital };
}

/** The readings in one bracket, as they are written, without the line breaks inside them. */
function writtenIn(bracket: string): readonly string[] {
  return bracket.replaceAll(LINE_BREAKS, '').replaceAll(MARKS, '').split(SEPARATOR);
}

/** The readings of a character in one bracket. A line break inside cuts one of them, or stands where a space parted two. */
function readingsIn(
  char: string,
  bracket: string,
): { readonly written: readonly string[]; readonly fit: Fit } {
  const written = writtenIn(bracket);
  const fit = fitOfAll(char, written);
  if (fit.styles.length > 0 || !bracket.includes('\n')) return { written, fit };
  const places = [...bracket.matchAll(LINE_BREAKS)].map(({ 0: lineBreak, index }) => ({ lineBreak, index }));
  for (const { lineBreak, index } of places) {
    const parted = writtenIn(
      `${bracket.slice(0, index)} ${bracket.slice(index + lineBreak.length)}`.replaceAll(/ {2,}/gu, ' '),
    );
    const own = fitOfAll(char, parted);
    if (own.styles.length > 0) return { written: parted, fit: own };
  }
  return { written, fit };
}

/**
 * All candidates, in order. Of several brackets in a row only the first and those that repeat its reading count: in
 * 會(huì)(kuài)稽 the second is the author's own.
 */
export function findPinyinCandidates(text: string): readonly PinyinCandidate[] {
  const candidates: PinyinCandidate[] = [];
  for (const { char, chainStart, chain } of chainsIn(text)) {
    let first: string | undefined;
    let repetition = 0;
    let from = chainStart;
    for (const bracket of chain.matchAll(BRACKET)) {
      const { written, fit } = readingsIn(char, bracket[0]);
      const reading = written.map(normalizeReading).join('/');
      if (first !== undefined && reading !== first) break;
      const { styles, exact } = fit;
      if (styles.length === 0) break;
      first = reading;
      const end = chainStart + bracket.index + bracket[0].length;
      // What stands in the brackets before it says nothing of this one.
      const gap = chain.slice(from - chainStart, bracket.index);
      const way = wayOf(bracket[0], gap, written.join(''));
      // What parts it from the character goes with it.
      candidates.push({ char, start: from, end, reading, styles, exact, ...way, repetition });
      from = end;
      repetition += 1;
    }
  }
  return candidates;
}

interface Chain {
  readonly char: string;
  /** UTF-16 offset of what stands behind the character. */
  readonly chainStart: number;
  readonly chain: string;
}

function chainsIn(text: string): readonly Chain[] {
  return [...text.matchAll(ANNOTATED)].map((match) => {
    const [, char = '', chain = ''] = match;
    return { char, chainStart: match.index + char.length, chain };
  });
}

/** All readings of a character, each in a bracket of its own: 會(huì)(kuài). */
export interface ReadingRow {
  readonly char: string;
  /** UTF-16 offsets of all its brackets. */
  readonly start: number;
  readonly end: number;
  readonly reading: string;
}

/** Rows of different readings of one character, in order. */
export function findReadingRows(text: string): readonly ReadingRow[] {
  return chainsIn(text).flatMap(({ char, chainStart, chain }) => {
    const written = [...chain.matchAll(BRACKET)].map(([bracket]) => writtenIn(bracket).join('/'));
    if (written.length < 2 || fitOfAll(char, written).styles.length === 0) return [];
    const reading = written.map(normalizeReading).join('/');
    return [{ char, start: chainStart, end: chainStart + chain.length, reading }];
  });
}
