import { chooseWay } from './lost-utf8.ts';
import type { WordEvidence } from './likely-words.ts';
import { LOST } from './misreading-encodings.ts';

/** Windows-1252 has no characters at these bytes. */
const FREE_BYTES = [0x81, 0x8d, 0x8f, 0x90, 0x9d];
const SOFT_HYPHEN = 0xad;
const NO_BREAK_SPACE = 0xa0;
const SPACE = 0x20;
const IN_PROSE = /[\u2010-\u2026\u3000-\u3011\u4e00-\u9fff\uff01-\uff1f]/u;
/** So many characters must be whole, and no more may be beyond reading, of a run that lost bytes. */
const LEAST_WHOLE = 3;
const MOST_ODD_SHARE = 0.1;
const MOST_LOST_SHARE = 0.4;
/** By so much (natural logarithm) one of a few characters must be likelier than the next. */
const LEAST_MARGIN = 6;

const isContinuation = (byte: number | undefined): byte is number =>
  byte !== undefined && byte >= 0x80 && byte <= 0xbf;
const isLead = (byte: number | undefined): byte is number =>
  byte !== undefined && ((byte >= 0xe2 && byte <= 0xe9) || byte === 0xef);

/** A character of three bytes of which some may be missing. */
interface Sequence {
  readonly ways: readonly string[];
  readonly length: number;
}

/** What the byte at a place can have been, and whether it still stands there. */
function bytesAt(byte: number | undefined): { readonly values: readonly number[]; readonly stands: boolean } {
  if (isContinuation(byte)) return { values: [byte], stands: true };
  if (byte === LOST) return { values: FREE_BYTES, stands: true };
  if (byte === SPACE) return { values: [NO_BREAK_SPACE], stands: true };
  return { values: [...FREE_BYTES, SOFT_HYPHEN], stands: false };
}

function character(lead: number, second: number, third: number): string {
  return String.fromCharCode(((lead & 0xf) << 12) | ((second & 0x3f) << 6) | (third & 0x3f));
}

function sequenceAt(bytes: readonly number[], at: number): Sequence | undefined {
  const lead = bytes[at];
  if (!isLead(lead)) return undefined;
  const second = bytesAt(bytes[at + 1]);
  const third = bytesAt(bytes[at + 1 + Number(second.stands)]);
  if (!second.stands && !third.stands) return undefined;
  const ways = second.values.flatMap((two) => third.values.map((three) => character(lead, two, three)));
  // Of two bytes the one that stands may be the last.
  const shifted = third.stands
    ? []
    : third.values.flatMap((two) => second.values.map((three) => character(lead, two, three)));
  const length = 1 + Number(second.stands) + Number(third.stands);
  // A space may also stand behind a character that lost a byte.
  const spaced =
    bytes[at + length - 1] === SPACE && second.stands && third.stands
      ? [...FREE_BYTES, SOFT_HYPHEN].flatMap((byte) =>
          second.values.flatMap((two) => [
            `${character(lead, two, byte)} `,
            `${character(lead, byte, two)} `,
          ]),
        )
      : [];
  return { ways: [...new Set([...ways, ...shifted, ...spaced])].filter((way) => IN_PROSE.test(way)), length };
}

/**
 * UTF-8 out of which single bytes were dropped or replaced (see western-misreading.ts), with what the neighbours leave open
 * as U+FFFD. Undefined when too little of it is whole, so that it is no UTF-8.
 */
export function restoreThinnedUtf8(bytes: readonly number[], evidence: WordEvidence): string | undefined {
  const pieces: (readonly string[])[] = [];
  let whole = 0;
  let odd = 0;
  for (let at = 0; at < bytes.length;) {
    const byte = bytes[at] ?? LOST;
    const sequence = sequenceAt(bytes, at);
    if (sequence !== undefined && sequence.ways.length > 0) {
      if (sequence.ways.length === 1) whole += 1;
      pieces.push(sequence.ways);
      at += sequence.length;
      continue;
    }
    const isAscii = byte >= 0 && byte < 0x80;
    if (!isAscii) odd += 1;
    pieces.push([isAscii ? String.fromCharCode(byte) : '\uFFFD']);
    at += 1;
  }
  if (whole < LEAST_WHOLE || odd > MOST_ODD_SHARE * pieces.length) return undefined;
  const text: string[] = [];
  let isQuoteOpen = false;
  for (const [index, ways] of pieces.entries()) {
    const [only = ''] = ways;
    if (only === '「') isQuoteOpen = true;
    else if (only === '」') isQuoteOpen = false;
    if (ways.length === 1) {
      text.push(only);
      continue;
    }
    const left = text.at(-1) ?? '';
    const following = pieces[index + 1];
    const right = following?.length === 1 ? (following[0] ?? '') : '';
    const isOpen = isQuoteOpen && ways.includes('」');
    const chosen = isOpen ? undefined : chooseWay(ways, clean(left), clean(right), evidence, LEAST_MARGIN);
    text.push(chosen ?? '\uFFFD');
  }
  const lost = text.filter((char) => char === '\uFFFD').length;
  return lost > MOST_LOST_SHARE * text.length ? undefined : text.join('');
}

function clean(char: string): string {
  return char === '\uFFFD' ? '' : char;
}
