import type { Annotation } from '../annotations/record.ts';
import { chosenCode, isReportNote } from '../annotations/report-note.ts';
import { reportLink } from '../report/link.ts';
import type { ReportMetadata } from '../report/report.ts';
import type { TextRange } from '../base/text-range.ts';
import { toB } from '../text/map-range.ts';
import { labelAt } from '../text/outline/labels.ts';
import { outlineOf, type OutlineItem } from '../text/outline/outline.ts';
import type { OffsetMap } from '../text/offset-map.ts';
import { quoteOf } from '../text/quote.ts';
import type { Reading } from '../text/reading.ts';
import type { ExportedReport } from './exported-report.ts';

export interface DescribedReport {
  readonly reportId: string;
  readonly metadata: ReportMetadata;
  readonly source: string;
  /** As the rule set makes it: places are named in it (DESIGN 9.11). */
  readonly reading: Reading;
  /** As the user sees it: quotes are taken from it. Left out, the same. */
  readonly shownReading?: Reading;
  /** The script that the reader asked to see beside the source's, if any: shown reading text → view. */
  readonly view?: { readonly text: string; readonly map: OffsetMap };
  /** Names that the user gave codes, by their ids. */
  readonly codeNames?: ReadonlyMap<string, string>;
}

/** A report's notes in words: quotes, structural labels, sections and links, in the order of their places. */
export function describeReport(report: DescribedReport, notes: readonly Annotation[]): ExportedReport {
  const { reading, source, reportId } = report;
  const { shownReading = reading } = report;
  const outline = outlineOf(reading);
  const ordered = notes.toSorted(
    (a, b) => a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end || (a.id < b.id ? -1 : 1),
  );
  return {
    reportId,
    metadata: report.metadata,
    notes: ordered.map((note) => {
      const codeName = report.codeNames?.get(chosenCode(note) ?? '');
      const range = rangeOf(note, source);
      const place = range === null || isReportNote(note) ? null : toB(reading.map, range).start;
      return {
        id: note.id,
        // An orphan's place is gone; what it marked is still in its anchor.
        quote: range === null ? [note.anchor.exact] : quoteOf(source, shownReading, range),
        shown: range === null ? [] : shownQuote(report, range),
        note: note.note,
        tags: note.tags,
        ...(codeName === undefined ? {} : { codeName }),
        label: place === null ? '' : labelAt(outline, reading.blocks, place),
        section: place === null ? '' : sectionPath(outline, reading, place),
        link: reportLink({ reportId, note: note.id }),
      };
    }),
  };
}

/** The passage in the script beside; empty where none is wanted or the reading hides the passage. */
function shownQuote(
  { reading, shownReading = reading, view }: DescribedReport,
  range: TextRange,
): readonly string[] {
  if (view === undefined) return [];
  const { start, end } = toB(view.map, toB(shownReading.map, range));
  return start === end ? [] : view.text.slice(start, end).split('\n');
}

function rangeOf(note: Annotation, source: string): { start: number; end: number } | null {
  const { start, end } = note.anchor;
  return note.state === 'orphan' || end > source.length ? null : { start, end };
}

/** The headings above a place, outermost first, without the report's own title: equal headings under others stay apart. */
function sectionPath(outline: readonly OutlineItem[], reading: Reading, place: number): string {
  const isTitle = (item: OutlineItem): boolean =>
    item.label === '' && item.start === reading.blocks[0]?.start;
  return outline
    .filter((item) => item.isHeading && !isTitle(item) && item.start <= place && place < item.end)
    .map((item) => headingText(reading, item))
    .join(' › ');
}

function headingText(reading: Reading, item: OutlineItem): string {
  const block = reading.blocks.find((each) => each.start <= item.start && item.start < each.end);
  return block === undefined ? item.title : reading.text.slice(block.start, block.end);
}
