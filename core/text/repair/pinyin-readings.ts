import { pinyin } from 'pinyin-pro';

/** The readings of one character: as they are written with tone marks, and without. */
export interface Readings {
  readonly toned: ReadonlySet<string>;
  readonly toneless: ReadonlySet<string>;
}

const COMBINING_TONES = /[\u0300\u0301\u0304\u030c]/gu;
/** Everyday characters whose dictionary entry lacks the everyday reading. */
const SUPPLEMENT: Readonly<Record<string, readonly string[]>> = { 説: ['shuō'], 殻: ['ké'] };

const known = new Map<string, Readings>();

const TONE_MARKS = ['', '\u0304', '\u0301', '\u030c', '\u0300', ''];
/** Where the mark goes: on a or e, on the o of ou, else on the last vowel. */
const MARKED_VOWEL = /[ae]|o(?=u)|[ioumnü](?=[^aeiouü]*$)/u;

/** xue2 as xué, lv4 as lǜ. A reading without a number stays as it is. */
function withToneMark(reading: string): string {
  const [, letters, tone] = /^(.+)([1-5])$/u.exec(reading) ?? [];
  if (letters === undefined) return reading;
  const plain = letters.replace('v', 'ü');
  return plain.replace(MARKED_VOWEL, (vowel) => vowel + (TONE_MARKS[Number(tone)] ?? '')).normalize('NFC');
}

/**
 * A reading in one spelling: lower case, composed, with the plain letter g and its tone as a mark. Pages write the phonetic
 * letter U+0261, full-width letters, u: and a breve for the third tone too.
 */
export function normalizeReading(written: string): string {
  return withToneMark(
    written
      .toLowerCase()
      .normalize('NFKD')
      .replaceAll('\u0306', '\u030c')
      .normalize('NFC')
      .replaceAll('ɡ', 'g')
      .replace('u:', 'ü'),
  );
}

/** The reading without its tone marks; ü stays ü. */
export function withoutTone(reading: string): string {
  return reading.normalize('NFD').replace(COMBINING_TONES, '').normalize('NFC');
}

/** All readings that the dictionary of pinyin-pro has for a character; empty sets for one it does not know. */
export function readingsOf(char: string): Readings {
  const found = known.get(char);
  if (found !== undefined) return found;
  const toned = [...pinyin(char, { multiple: true, type: 'array' }), ...(SUPPLEMENT[char] ?? [])]
    .filter((reading) => reading !== '' && reading !== char)
    .map(normalizeReading);
  const plain = toned.map(withoutTone);
  // Typists without ü write v or u.
  const spellings = plain.flatMap((reading) => [
    reading,
    reading.replace('ü', 'v'),
    reading.replace('ü', 'u'),
  ]);
  const readings = { toned: new Set(toned), toneless: new Set(spellings) };
  known.set(char, readings);
  return readings;
}
