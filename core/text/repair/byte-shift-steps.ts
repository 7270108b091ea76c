import type { DoubleByteTable } from './double-byte-table.ts';

/** A byte of shifted text: one that still stands there, or a lost one that the page may have left a reading for. */
export type ShiftStep =
  { readonly kind: 'byte'; readonly value: number } | { readonly kind: 'lost'; readonly reading: string };

/** Shifted text as bytes, in pairs: an even number of steps. */
export interface ShiftedBytes {
  /** UTF-16 offset behind the last character that belongs to it. */
  readonly end: number;
  readonly steps: readonly ShiftStep[];
}

const LOST_BRACKET = /\?\(?([\p{Script=Latin}\u0300-\u036f]{1,9})\)/uy;
const LONGEST = 60;

/** Full-width signs as pages fold them to ASCII. Below U+0040 none can be a trail byte, so nothing is ambiguous. */
const FOLDED: Readonly<Record<string, string>> = {
  '!': '！',
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '<': '＜',
  '>': '＞',
  '(': '（',
};

/**
 * Reads the bytes from a lost one at `start` (a `?`) to where the pairs are whole again: an ASCII sign that is a trail
 * byte, a second lost byte, or a bracket that cut one. Undefined when the shift has no such end.
 */
export function readShiftedBytes(
  text: string,
  start: number,
  table: DoubleByteTable,
): ShiftedBytes | undefined {
  const steps: ShiftStep[] = [];
  let at = start;
  while (at < text.length && at - start < LONGEST) {
    LOST_BRACKET.lastIndex = at;
    const bracket = LOST_BRACKET.exec(text);
    const char = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const isFirst = at === start;
    if (bracket !== null) {
      steps.push({ kind: 'lost', reading: bracket[1] ?? '' });
      at += bracket[0].length;
    } else if (char === '?' && (isFirst || !isFoldedBehindStart(text, start, at))) {
      steps.push({ kind: 'lost', reading: '' });
      at += 1;
    } else if (/[@-~]/u.test(char)) {
      steps.push({ kind: 'byte', value: char.charCodeAt(0) });
      at += 1;
    } else {
      const bytes = table.bytesOf(FOLDED[char] ?? char);
      if (bytes === undefined) return undefined;
      steps.push({ kind: 'byte', value: bytes[0] }, { kind: 'byte', value: bytes[1] });
      at += char.length;
    }
    if (steps.length % 2 === 0) return { end: at, steps };
  }
  return undefined;
}

/** In `??` at the start the second is a folded full-width mark. */
function isFoldedBehindStart(text: string, start: number, at: number): boolean {
  return at === start + 1 && text[start] === '?';
}
