import { kanaBytes } from './big5-kana.ts';
import { textOfThinnedBytes } from './double-byte-places.ts';
import { doubleByteTable } from './double-byte-table.ts';
import type { DecodeBytes, DoubleByteTable } from './double-byte-table.ts';
import type { WordEvidence } from './likely-words.ts';
import { restoreLostBig5 } from './lost-big5.ts';
import { restoreLostUtf8 } from './lost-utf8.ts';
import type { OtherBytes } from './misreading-encodings.ts';
import { doubleBytesOf, textOfDoubleBytes, textOfUtf8 } from './misreading-encodings.ts';

/** So many lost bytes are looked for in a file. */
const MOST_RESTORED = 10_000;
/** Of two places beside each other, in a file that is read back in one way. */
const MOST_WAYS = 3_000_000;

/** A way to read lines back that were read in a wrong double-byte encoding. */
export interface ReadBack {
  /** Undefined where the line has characters that the encoding has not. */
  readonly read: (line: string) => string | undefined;
  /** Whether a lost byte may put all behind it out of step, so that what it gives is only offered. */
  readonly isFragile: boolean;
  /** Whether what is still lost may put all behind it out of step. */
  readonly asksWhereLost: boolean;
}

const read = (way: ReadBack['read']): ReadBack => ({ read: way, isFragile: false, asksWhereLost: false });

/** The ways to read UTF-8, GBK and Big5 back, each through the encodings that they are taken for. */
export function doubleByteReadings(decode: DecodeBytes, evidence: WordEvidence): readonly ReadBack[] {
  const [gbk, big5] = [doubleByteTable(decode, 'gbk'), doubleByteTable(decode, 'big5')];
  const [japanese, korean] = [doubleByteTable(decode, 'shift_jis'), doubleByteTable(decode, 'euc-kr')];
  const budget = { left: MOST_RESTORED };
  const through =
    (table: DoubleByteTable, back: (bytes: readonly number[]) => string, others?: OtherBytes) =>
    (line: string): string | undefined => {
      const bytes = doubleBytesOf(line, table, others);
      return bytes === undefined ? undefined : back(bytes);
    };
  const fromUtf8 = (table: DoubleByteTable, others?: OtherBytes) =>
    through(table, (bytes) => restoreLostUtf8(bytes, table, evidence, textOfUtf8, budget), others);
  const big5AsGbk = (keepsHigh: boolean) =>
    through(gbk, (bytes) => restoreLostBig5(bytes, { gbk, big5, keepsHigh }, evidence, budget));
  const thinned = (shown: DoubleByteTable, own: DoubleByteTable, others?: OtherBytes) => {
    const ways = { left: MOST_WAYS };
    return through(shown, (bytes) => textOfThinnedBytes(bytes, own, shown, ways), others);
  };
  const utf8AsGbk = fromUtf8(gbk);
  const toGbk = (bytes: readonly number[]): string => textOfDoubleBytes(bytes, gbk);
  return [
    ...[
      utf8AsGbk,
      fromUtf8(big5),
      fromUtf8(big5, kanaBytes),
      fromUtf8(japanese),
      fromUtf8(japanese, japanese.lastBytesOf),
      fromUtf8(korean),
    ].map(read),
    read(big5AsGbk(false)),
    read(through(big5, toGbk)),
    read((line) => {
      const once = utf8AsGbk(line);
      return once === undefined ? undefined : utf8AsGbk(once);
    }),
    ...[japanese, korean].map((table) => ({ ...read(through(table, toGbk)), isFragile: true })),
    { ...read(big5AsGbk(true)), asksWhereLost: true },
    ...[big5, japanese, korean].map((shown) => read(thinned(shown, gbk))),
    read(thinned(big5, gbk, kanaBytes)),
    ...[gbk, big5].map((own) => read(thinned(japanese, own, japanese.lastBytesOf))),
    ...[gbk, japanese].map((shown) => read(thinned(shown, big5))),
  ];
}
