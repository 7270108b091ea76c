import { isReportNote } from '#core/annotations/report-note.ts';
import type { Annotation } from '#core/annotations/record.ts';
import { toB } from '#core/text/map-range.ts';
import type { ReadingText } from '#renderer/dom/report-view.ts';
import { lastAtMost } from '#renderer/dom/view-piece.ts';

/** What the margin and the hidden descriptions of one block tell. */
export interface BlockNotes {
  /** In the order of the text. */
  readonly notes: readonly Annotation[];
  /** Codes of notes where more than two lie over each other, one bar each; empty where fills can be told apart. */
  readonly bars: readonly string[];
  /** Whether a note of a passage that is not shown stands here; a place has no passage to be hidden. */
  readonly hidden: boolean;
}

/** More fills than this over one place cannot be told apart. */
const READABLE_DEPTH = 2;

/** Blocks with notes, by index. Notes without a place (orphans, notes on the whole report) stand nowhere. */
export function notesByBlock(
  reading: ReadingText,
  annotations: readonly Annotation[],
): ReadonlyMap<number, BlockNotes> {
  const found = new Map<number, { notes: Annotation[]; edges: [number, number][]; hidden: boolean }>();
  if (reading.bounds.starts.length === 0) return new Map();
  for (const note of annotations) {
    if (note.state === 'orphan' || isReportNote(note)) continue;
    const range = toB(reading.map, note.anchor);
    const isEmpty = range.start === range.end;
    const hidden = isEmpty && note.kind !== 'bookmark';
    const first = lastAtMost(reading.bounds.starts, range.start);
    const last = isEmpty ? first : lastAtMost(reading.bounds.starts, range.end - 1);
    for (let block = first; block <= last; block += 1) {
      const entry = found.get(block) ?? { notes: [], edges: [], hidden: false };
      found.set(block, entry);
      entry.notes.push(note);
      if (hidden) entry.hidden = true;
      else if (!isEmpty) entry.edges.push([range.start, 1], [range.end, -1]);
    }
  }
  const blocks = new Map<number, BlockNotes>();
  for (const [block, { notes, edges, hidden }] of found) {
    const bars = depthOf(edges) > READABLE_DEPTH ? notes.map((note) => note.code) : [];
    blocks.set(block, { notes, bars, hidden });
  }
  return blocks;
}

function depthOf(edges: readonly (readonly [number, number])[]): number {
  let depth = 0;
  let most = 0;
  // Where one range ends and the next begins they do not lie over each other: ends first.
  for (const [, step] of [...edges].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    depth += step;
    most = Math.max(most, depth);
  }
  return most;
}
