import type { DoubleByteEncoding } from './double-byte-table.ts';

/** A row of characters that users could define, and the private-use character that decoders show for its first. */
interface Area {
  readonly lead: number;
  readonly rows: number;
  readonly trails: readonly (readonly [first: number, last: number])[];
  readonly first: number;
}

const BIG5_TRAILS = [
  [0x40, 0x7e],
  [0xa1, 0xfe],
] as const;
const UPPER_BIG5_TRAILS = [[0xa1, 0xfe]] as const;

/** As Windows code pages 950, 949 and 932 have them, which browsers follow. */
const AREAS: Readonly<Record<DoubleByteEncoding, readonly Area[]>> = {
  gbk: [],
  big5: [
    { lead: 0xfa, rows: 5, trails: BIG5_TRAILS, first: 0xe000 },
    { lead: 0x8e, rows: 19, trails: BIG5_TRAILS, first: 0xe311 },
    { lead: 0x81, rows: 13, trails: BIG5_TRAILS, first: 0xeeb8 },
    { lead: 0xc6, rows: 1, trails: UPPER_BIG5_TRAILS, first: 0xf6b1 },
    { lead: 0xc7, rows: 2, trails: BIG5_TRAILS, first: 0xf70f },
  ],
  'euc-kr': [
    { lead: 0xc9, rows: 1, trails: UPPER_BIG5_TRAILS, first: 0xe000 },
    { lead: 0xfe, rows: 1, trails: UPPER_BIG5_TRAILS, first: 0xe05e },
  ],
  shift_jis: [
    {
      lead: 0xf0,
      rows: 10,
      trails: [
        [0x40, 0x7e],
        [0x80, 0xfc],
      ],
      first: 0xe000,
    },
  ],
};

/** The two bytes that decoders show as this private-use character; undefined for any other character. */
export function userDefinedBytes(
  char: string,
  encoding: DoubleByteEncoding,
): readonly [lead: number, trail: number] | undefined {
  const code = char.charCodeAt(0);
  if (code < 0xe000 || code > 0xf8ff) return undefined;
  for (const { lead, rows, trails, first } of AREAS[encoding]) {
    const width = trails.reduce((sum, [from, to]) => sum + to - from + 1, 0);
    const place = code - first;
    if (place < 0 || place >= rows * width) continue;
    let column = place % width;
    for (const [from, to] of trails) {
      if (column <= to - from) return [lead + Math.floor(place / width), from + column];
      column -= to - from + 1;
    }
  }
  return undefined;
}
