import { crc32 } from 'node:zlib';
import { ZhupiError } from '#core/base/app-error.ts';
import type { SearchText } from '#core/search/search-text.ts';
import type { IndexKey } from '#services/report-types.ts';
import type { Connection } from '#services/store/connection.ts';
import type { IndexableText } from './index-terms.ts';

/** Where the blocks of a report's text stand, see core/search/block-table.ts. */
export interface IndexedBlocks extends IndexKey {
  /** Of the report's row. */
  readonly id: number;
  readonly blocks: Int32Array;
}

/**
 * The folded texts as they are searched. SQLite does not notice a bit that turns over inside a value, and a text of the index
 * would be searched with it for good: each row carries sums of what is read together.
 */
export const FOLDED_TABLE = `
  CREATE TABLE folded (
    id INTEGER PRIMARY KEY REFERENCES report ON DELETE CASCADE,
    text BLOB NOT NULL,
    gaps BLOB NOT NULL,
    headings BLOB NOT NULL,
    title_end INTEGER NOT NULL,
    text_sum INTEGER NOT NULL,
    blocks BLOB NOT NULL,
    blocks_sum INTEGER NOT NULL
  ) STRICT;`;

/** Writes the folded text of a row that has none. */
export function putFolded(connection: Connection, id: number, { text, blocks }: IndexableText): void {
  // In UTF-16: it is shorter for Han than UTF-8, holds every string, and is only copied.
  const units = Buffer.from(text.text, 'utf16le');
  const [gaps, headings, blockBytes] = [bytesOf(text.gaps), bytesOf(text.headings), bytesOf(blocks)];
  connection.run(
    `INSERT INTO folded (id, text, gaps, headings, title_end, text_sum, blocks, blocks_sum)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[id, units, gaps, headings, text.titleEnd, sumOf(text.titleEnd, units, gaps, headings)],
    ...[blockBytes, sumOf(id, blockBytes)],
  );
}

interface StoredText {
  readonly id: number;
  readonly text: Uint8Array;
  readonly gaps: Uint8Array;
  readonly headings: Uint8Array;
  readonly titleEnd: number;
  readonly sum: number;
}

const TEXTS = `
  SELECT folded.id AS id, text, gaps, headings, title_end AS titleEnd, text_sum AS sum
  FROM json_each(?) AS asked CROSS JOIN folded ON folded.id = asked.value`;

/** The texts of rows, by row, without those that have gone. Throws `store-damaged` for one that is not as it was written. */
export function readFoldedTexts(
  connection: Connection,
  rows: readonly number[],
): ReadonlyMap<number, SearchText> {
  const texts = new Map<number, SearchText>();
  for (const row of connection.all<StoredText>(TEXTS, JSON.stringify(rows))) {
    const { id, text, gaps, headings, titleEnd, sum } = row;
    requireSum(connection, sum, sumOf(titleEnd, text, gaps, headings));
    texts.set(id, {
      ...{ text: textOf(text), gaps: numbersOf(gaps), headings: numbersOf(headings) },
      titleEnd,
    });
  }
  return texts;
}

interface StoredBlocks extends IndexKey {
  readonly id: number;
  readonly blocks: Uint8Array;
  readonly sum: number;
}

const BLOCKS = `
  SELECT report.id AS id, report_id AS reportId, version, source_hash AS sourceHash, rule_set_version AS ruleSetVersion,
    blocks, blocks_sum AS sum
  FROM json_each(?) AS asked CROSS JOIN report ON report_id = asked.value JOIN folded ON folded.id = report.id`;

/** Where the blocks of reports stand, of those that are there. Throws `store-damaged` as {@link readFoldedTexts} does. */
export function readBlocks(connection: Connection, reportIds: readonly string[]): readonly IndexedBlocks[] {
  return connection.all<StoredBlocks>(BLOCKS, JSON.stringify(reportIds)).map(({ blocks, sum, ...key }) => {
    requireSum(connection, sum, sumOf(key.id, blocks));
    return { ...key, blocks: numbersOf(blocks) };
  });
}

function requireSum({ path }: Connection, written: number, found: number): void {
  if (written !== found) throw new ZhupiError('store-damaged', { path });
}

/** CRC-32 of a number of 32 bits and bytes. zlib begins anew at parts without any. */
function sumOf(number: number, ...parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, part) => (part.length === 0 ? sum : crc32(part, sum)), number >>> 0);
}

function bytesOf(numbers: Int32Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf16le');
}

const NO_NUMBERS = new Int32Array(0);

/** Copies: the bytes may not lie where an Int32Array can begin. */
function numbersOf(bytes: Uint8Array): Int32Array {
  if (bytes.length === 0) return NO_NUMBERS;
  return new Int32Array(new Uint8Array(bytes).buffer);
}
