import type { Folder } from '../script/index.ts';
import type { Block } from '../text/block.ts';
import { toB } from '../text/map-range.ts';
import type { OffsetMap } from '../text/offset-map.ts';
import { tokenize, type Token } from './tokenize.ts';

/** The parts of a reading text that weigh differently: its title line, its other headings, all else. */
export const FIELDS = ['title', 'headings', 'text'] as const;
export type Field = (typeof FIELDS)[number];

/** A number for each field. */
export type FieldNumbers = Readonly<Record<Field, number>>;

/** A reading text as it is searched. Offsets are UTF-16 units of the folded text. */
export interface SearchText {
  readonly text: string;
  /** Where words end although another follows at once (core/script, Folder). */
  readonly gaps: Int32Array;
  /** Flat start, end of every heading, in order. */
  readonly headings: Int32Array;
  /** End of the title line; 0 when the text has none. */
  readonly titleEnd: number;
}

/** A search text with the way back to the reading text. */
export interface MappedSearchText extends SearchText {
  /** Reading to folded text. */
  readonly map: OffsetMap;
}

/** Folds a reading text. Its first block, when that is a heading, is the title line. */
export function foldReading(
  folder: Folder,
  reading: { readonly text: string; readonly blocks: readonly Block[] },
): MappedSearchText {
  const { text, map, gaps } = folder.foldWithMap(reading.text);
  const headings: number[] = [];
  let titleEnd = 0;
  for (const [index, block] of reading.blocks.entries()) {
    if (block.kind !== 'heading') continue;
    const { start, end } = toB(map, block);
    headings.push(start, end);
    if (index === 0) titleEnd = end;
  }
  return { text, gaps, map, headings: Int32Array.from(headings), titleEnd };
}

/** Tokens of a text by field. */
export function tokensByField(text: SearchText): Readonly<Record<Field, readonly Token[]>> {
  const tokens: Record<Field, Token[]> = { title: [], headings: [], text: [] };
  const fieldAt = fieldFinder(text);
  for (const token of tokenize(text.text, text.gaps)) tokens[fieldAt(token.start)].push(token);
  return tokens;
}

/** Tells the field of an offset; asked with ascending offsets. */
export function fieldFinder({ headings, titleEnd }: SearchText): (offset: number) => Field {
  let next = 0;
  return (offset) => {
    if (offset < titleEnd) return 'title';
    while (next < headings.length && (headings[next + 1] ?? 0) <= offset) next += 2;
    return next < headings.length && (headings[next] ?? 0) <= offset ? 'headings' : 'text';
  };
}
