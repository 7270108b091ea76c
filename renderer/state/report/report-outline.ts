import type { TextRange } from '#core/base/text-range.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { toA, toB } from '#core/text/map-range.ts';
import { labelAt } from '#core/text/outline/labels.ts';
import { outlineOf } from '#core/text/outline/outline.ts';
import type { OutlineItem } from '#core/text/outline/outline.ts';
import { readingOfSource } from '#core/text/reading.ts';
import type { Reading } from '#core/text/reading.ts';
import { readingOf } from '#renderer/dom/reading-of.ts';

/** A heading or numbered point of a report, with where it stands in the source. */
export interface OutlineEntry extends OutlineItem {
  /** The heading's own words, without the number; empty where there are none. */
  readonly words: TextRange;
  /** Source offset of its number, or of its words where it has none. */
  readonly sourceStart: number;
}

/**
 * The structure of a report as its rule set reads it, whatever repairs the window shows: labels and contents are the same
 * on every machine (DESIGN 9.11).
 */
export interface ReportOutline {
  readonly reading: Reading;
  readonly entries: readonly OutlineEntry[];
}

const outlines = new WeakMap<ReportContent, ReportOutline>();

/** The outline of an opened report, made once. */
export function reportOutline(content: ReportContent): ReportOutline {
  const known = outlines.get(content);
  if (known !== undefined) return known;
  const reading = content.shownEdits === null ? readingOf(content) : readingOfSource(content);
  const entries = outlineOf(reading).map((item) => entryOf(item, reading));
  const made = { reading, entries };
  outlines.set(content, made);
  return made;
}

/** The structural label of a place of the source: 三（二）2 ¶4. */
export function labelOfPlace({ reading, entries }: ReportOutline, source: TextRange): string {
  const point = Math.min(source.start, reading.map.aLength);
  return labelAt(entries, reading.blocks, toB(reading.map, { ...source, start: point }).start);
}

function entryOf(item: OutlineItem, { text, map }: Reading): OutlineEntry {
  const at = item.title === '' ? -1 : text.indexOf(item.title, item.start);
  const words =
    at === -1 ? { start: item.start, end: item.start } : { start: at, end: at + item.title.length };
  const first = { start: item.start, end: Math.min(item.start + 1, text.length) };
  return { ...item, words: toA(map, words), sourceStart: toA(map, first).start };
}
