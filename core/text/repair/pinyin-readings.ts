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

/**
 * A reading in one spelling: lower case, composed, with the plain letter g. Pages write the phonetic letter U+0261 too.
 */
export function normalizeReading(written: string): string {
  return written.toLowerCase().normalize('NFC').replaceAll('ɡ', 'g');
}

/** The reading without its tone marks; ü stays ü, and tone numbers go. */
export function withoutTone(reading: string): string {
  return reading
    .normalize('NFD')
    .replace(COMBINING_TONES, '')
    .replace(/[1-5]$/u, '')
    .normalize('NFC');
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
