import type { Converter } from '../../script/index.ts';
import type { TextRange } from '../../base/text-range.ts';
import { toB } from '../../text/map-range.ts';

/** Of a cell that is not of the text that all began with. */
export const NEW = -1;
/** Of a cell that damage put in and repairs take out: it belongs to what stands around it. */
export const NOISE = -2;

/** A character of a text under change, and which character of the first text it was; so the truth is always known. */
export interface Cell {
  readonly id: number;
  readonly text: string;
}

/** A text as cells, one for each code point. */
export function cellsOf(text: string): Cell[] {
  return Array.from(text, (character, id) => ({ id, text: character }));
}

/** A text made of cells, and where each stands in it. */
export interface CellText {
  readonly text: string;
  readonly cells: readonly Cell[];
  readonly ranges: readonly TextRange[];
}

/** Joins cells; a converter, if given, turns the whole text into another script, line by line. */
export function textOf(cells: readonly Cell[], converter: Converter | null): CellText {
  const text = cells.map((cell) => cell.text).join('');
  let at = 0;
  const ranges = cells.map((cell) => ({ start: at, end: (at += cell.text.length) }));
  if (converter === null) return { text, cells, ranges };
  const { text: converted, map } = converter.convert(text);
  return { text: converted, cells, ranges: ranges.map((range) => toB(map, range)) };
}
