import { rangesOverlap, type TextRange } from '#core/base/text-range.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import type { Block } from '#core/text/block.ts';
import type { Edit } from '#core/text/edit.ts';
import { identityMap } from '#core/text/offset-map.ts';
import type { Reading } from '#core/text/reading.ts';
import {
  ASKS_STYLE,
  EDIT_OFF_STYLE,
  EDIT_SEAM_STYLE,
  REMOVED_STYLE,
  REPLACED_STYLE,
} from './highlight-sheet.ts';

const layers = new WeakMap<ReportContent, Reading>();

const LINE_BREAK = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/gu;

/** Characters that take no room on a line, so that nothing can be painted on them. */
const UNSEEN = /^[\n\r\f\v\u0085\u2028\u2029\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]*$/u;

/**
 * A report as it was imported, for the same article that shows its reading text: every character of the source, each line
 * one block, also the empty ones.
 */
export function sourceLayerOf(content: ReportContent): Reading {
  const known = layers.get(content);
  if (known !== undefined) return known;
  const { source } = content;
  const layer = { text: source, map: identityMap(source.length), blocks: sourceLines(source) };
  layers.set(content, layer);
  return layer;
}

/** The lines of a source without their breaks, in order; an empty source has none. */
export function sourceLines(source: string): readonly Block[] {
  if (source === '') return [];
  const lines: Block[] = [];
  let start = 0;
  const add = (end: number): void => {
    lines.push({ kind: 'paragraph', level: 0, start, end });
  };
  for (const found of source.matchAll(LINE_BREAK)) {
    add(found.index);
    start = found.index + found[0].length;
  }
  add(source.length);
  return lines;
}

/** What is painted for one edit on the source. */
export interface EditMark {
  readonly style: string;
  readonly range: TextRange;
}

/**
 * The marks of an edit over the source text: what is removed or replaced, and for an insertion, or the removal of what takes
 * no room, the seam: the characters on both sides of the place. `asks`: the rules leave it to the user.
 */
export function marksOfEdit(source: string, edit: Edit, asks = false): readonly EditMark[] {
  const seen = !UNSEEN.test(edit.before);
  const off = asks ? ASKS_STYLE : EDIT_OFF_STYLE;
  if (seen) {
    const applied = edit.after === '' ? REMOVED_STYLE : REPLACED_STYLE;
    return [{ style: edit.applied ? applied : off, range: { start: edit.start, end: edit.end } }];
  }
  const style = edit.applied ? EDIT_SEAM_STYLE : off;
  return seamOf(source, edit).map((range) => ({ style, range }));
}

/** The source range at which an edit is found again by eye: itself, with a character on both sides where it leaves nothing. */
export function placeOfEdit(source: string, edit: Edit): TextRange {
  if (edit.after !== '' && !UNSEEN.test(edit.before)) return { start: edit.start, end: edit.end };
  const [before, after] = [seamOf(source, edit)[0], seamOf(source, edit).at(-1)];
  return {
    start: Math.min(edit.start, before?.start ?? edit.start),
    end: Math.max(edit.end, after?.end ?? edit.end),
  };
}

/** Whether the marks of an edit touch a source range, as that of one character is shown. */
export function isMarkedIn(source: string, edit: Edit, shown: TextRange): boolean {
  return marksOfEdit(source, edit).some(({ range }) => rangesOverlap(range, shown));
}

function seamOf(source: string, { start, end }: TextRange): readonly TextRange[] {
  const seam: TextRange[] = [];
  const before = characterBefore(source, start);
  const after = characterAt(source, end);
  if (before !== null) seam.push(before);
  if (after !== null) seam.push(after);
  return seam;
}

function characterBefore(source: string, offset: number): TextRange | null {
  const low = offset >= 2 && /[\udc00-\udfff]/u.test(source.charAt(offset - 1)) ? 2 : 1;
  const start = offset - low;
  return start < 0 || UNSEEN.test(source.slice(start, offset)) ? null : { start, end: offset };
}

function characterAt(source: string, offset: number): TextRange | null {
  if (offset >= source.length) return null;
  const end = offset + ((source.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1);
  return UNSEEN.test(source.slice(offset, end)) ? null : { start: offset, end };
}
