import { decode } from 'iconv-lite';
import type { UndecodableBytes } from '../report-types.ts';
import type { DecodedSlice } from './decoded-slice.ts';
import { REPLACEMENT } from './decoded-slice.ts';

/** The two families of Chinese double-byte encodings; each decoder is the widest of its family. */
export type DoubleByteFamily = 'gb18030' | 'big5hkscs';

const LEADS = { first: 0x81, last: 0xfe };
const TRAILS = { first: 0x40, last: 0xfe };
const TRAIL_COUNT = TRAILS.last - TRAILS.first + 1;

const tables = new Map<DoubleByteFamily, readonly string[]>();

/**
 * The text of every pair of bytes, '' where there is none. iconv-lite tells neither where a byte was bad nor how many
 * were, so pairs are looked up here; its tables are read once, each pair closed by a line feed.
 */
function pairTable(family: DoubleByteFamily): readonly string[] {
  const known = tables.get(family);
  if (known !== undefined) return known;
  const bytes = new Uint8Array((LEADS.last - LEADS.first + 1) * TRAIL_COUNT * 3);
  let at = 0;
  for (let lead = LEADS.first; lead <= LEADS.last; lead += 1) {
    for (let trail = TRAILS.first; trail <= TRAILS.last; trail += 1) {
      bytes.set([lead, trail, 0x0a], at);
      at += 3;
    }
  }
  const rows = decode(bytes, family).split('\n');
  const table = rows.slice(0, -1).map((row) => (/[\uFFFD\0-\x7F]/u.test(row) ? '' : row));
  tables.set(family, table);
  return table;
}

/**
 * The text of a double-byte encoding; a bad lead byte before ASCII is bad alone, so that the ASCII survives.
 * @param skip 1 where the first byte is half a character, bad by itself
 */
export function decodeDoubleByte(bytes: Uint8Array, family: DoubleByteFamily, skip: 0 | 1 = 0): DecodedSlice {
  const table = pairTable(family);
  // One unit a byte is never too little: two bytes make at most two units, four bytes two.
  const units = new Uint16Array(bytes.length);
  const undecodable: UndecodableBytes[] = [];
  let length = 0;
  let at: number = skip;
  if (skip > 0) {
    undecodable.push({ offset: 0, bytes: bytes.slice(0, skip) });
    units[0] = REPLACEMENT.charCodeAt(0);
    length = 1;
  }
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      units[length] = lead;
      length += 1;
      at += 1;
      continue;
    }
    const found = characterAt(bytes, at, family, table);
    if (found.text === REPLACEMENT) {
      undecodable.push({ offset: at, bytes: bytes.slice(at, at + found.bytes) });
    }
    for (let unit = 0; unit < found.text.length; unit += 1) {
      units[length + unit] = found.text.charCodeAt(unit);
    }
    length += found.text.length;
    at += found.bytes;
  }
  return { text: Buffer.from(units.buffer, 0, length * 2).toString('utf16le'), undecodable };
}

function characterAt(
  bytes: Uint8Array,
  at: number,
  family: DoubleByteFamily,
  table: readonly string[],
): { readonly text: string; readonly bytes: number } {
  const lead = bytes[at] ?? 0;
  const trail = bytes[at + 1];
  // Code page 936, which most files called GBK are, has the euro sign at 0x80.
  if (lead === 0x80 && family === 'gb18030') return { text: '€', bytes: 1 };
  if (lead < LEADS.first || lead > LEADS.last || trail === undefined) return { text: REPLACEMENT, bytes: 1 };
  if (family === 'gb18030' && trail >= 0x30 && trail <= 0x39) return fourByteCharacter(bytes, at);
  const text =
    trail < TRAILS.first ? '' : (table[(lead - LEADS.first) * TRAIL_COUNT + trail - TRAILS.first] ?? '');
  if (text !== '') return { text, bytes: 2 };
  return { text: REPLACEMENT, bytes: trail < 0x80 ? 1 : 2 };
}

function fourByteCharacter(bytes: Uint8Array, at: number): { readonly text: string; readonly bytes: number } {
  const third = bytes[at + 2] ?? 0;
  const fourth = bytes[at + 3] ?? 0;
  if (third < 0x81 || third > 0xfe || fourth < 0x30 || fourth > 0x39) return { text: REPLACEMENT, bytes: 1 };
  const text = decode(bytes.subarray(at, at + 4), 'gb18030');
  return [...text].length === 1 && text !== REPLACEMENT
    ? { text, bytes: 4 }
    : { text: REPLACEMENT, bytes: 4 };
}

/** The narrowest usual name of the encoding that these bytes need. */
export function nameOfDoubleByte(bytes: Uint8Array, family: DoubleByteFamily): string {
  let name = family === 'gb18030' ? 'GBK' : 'Big5';
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    const trail = bytes[at + 1] ?? 0;
    if (lead < LEADS.first) {
      at += 1;
    } else if (family === 'gb18030') {
      if (trail >= 0x30 && trail <= 0x39) return 'GB18030';
      at += 2;
    } else {
      // Hong Kong's characters stand before, behind and between the two planes of Big5 (ETEN).
      const inGap = lead >= 0xc6 && lead <= 0xc8 && !(lead === 0xc6 && trail < 0xa1);
      if (lead < 0xa1 || inGap || lead > 0xf9 || (lead === 0xf9 && trail > 0xd5)) name = 'Big5-HKSCS';
      at += trail < TRAILS.first ? 1 : 2;
    }
  }
  return name;
}

/** Both first levels: GB 2312 rows 16 to 55, Big5's frequently used characters. */
const FIRST_LEVELS = [
  { family: 'gb18030', first: 0xb0, last: 0xd7, lowest: 0xa1 },
  { family: 'big5hkscs', first: 0xa4, last: 0xc6, lowest: 0x40 },
] as const;
let everyday: ReadonlySet<string> | undefined;

/** Whether a character is on the first level of one of the Chinese standards: what people know, without the rare ones. */
export function isEverydayHan(character: string): boolean {
  everyday ??= new Set(
    FIRST_LEVELS.flatMap(({ family, first, last, lowest }) => {
      const table = pairTable(family);
      return table
        .slice((first - LEADS.first) * TRAIL_COUNT, (last - LEADS.first + 1) * TRAIL_COUNT)
        .filter((text, index) => text !== '' && TRAILS.first + (index % TRAIL_COUNT) >= lowest);
    }),
  );
  return everyday.has(character);
}
