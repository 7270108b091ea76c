import type { Annotation } from '../../annotations/record.ts';
import { chosenCode, isReportNote } from '../../annotations/report-note.ts';
import { reportLink } from '../../report/link.ts';
import { ANNOTATION_CONTEXT } from './model.ts';
import { openSeal } from '../sealed-file.ts';
import { codePointsOf, type CodePoints } from './code-points.ts';

/** Where our own keys live; the model's words (`state` is one of them) stay what they are. */
export const OWN_CONTEXT = { zhupi: 'zhupi://terms#' } as const;

/** The report that notes are written of. */
export interface WrittenReport {
  readonly reportId: string;
  readonly title: string;
  /** Number of the source version. */
  readonly version: number;
  /** The source text, and the hex SHA-256 of its UTF-8. */
  readonly source: string;
  readonly sourceHash: string;
  /** Names that the user gave codes, by their ids. */
  readonly codeNames?: ReadonlyMap<string, string>;
}

type Json = string | number | readonly Json[] | { readonly [key: string]: Json };

/** A report with those of its notes that are written. */
export interface WrittenNotes {
  readonly report: WrittenReport;
  readonly notes: readonly Annotation[];
}

/**
 * The notes of a report as a collection of the Web Annotation Data Model, ordered by place (DESIGN 9.23): positions in code
 * points of the source text, quotes as slices of it, and under `zhupi:` what the model has no word for, so that the
 * collection reads back without loss.
 */
export function writeWebAnnotations(report: WrittenReport, notes: readonly Annotation[]): Json {
  const id = reportLink({ reportId: report.reportId, note: null });
  return collection({ id, seal: report.reportId, label: report.title }, [{ report, notes }]);
}

/** The notes of several reports as one collection, report by report. `name` is what its seal and its id say. */
export function writeCollectedAnnotations(
  name: string,
  label: string,
  reports: readonly WrittenNotes[],
): Json {
  return collection({ id: `zhupi://notes/${encodeURIComponent(name)}`, seal: name, label }, reports);
}

function collection(
  { id, seal, label }: { readonly id: string; readonly seal: string; readonly label: string },
  reports: readonly WrittenNotes[],
): Json {
  const items = reports.flatMap(({ report, notes }) => {
    const points = codePointsOf(report.source);
    return notes.toSorted(byPlace).map((note) => annotationOf(note, report, points));
  });
  return {
    '@context': [ANNOTATION_CONTEXT, OWN_CONTEXT],
    id: `${id}#notes`,
    type: 'AnnotationCollection',
    'zhupi:seal': openSeal(seal),
    label,
    total: items.length,
    // A page holds one annotation at least.
    ...(items.length === 0
      ? {}
      : { first: { id: `${id}#notes-1`, type: 'AnnotationPage', startIndex: 0, items } }),
  };
}

function byPlace(a: Annotation, b: Annotation): number {
  return a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end || (a.id < b.id ? -1 : 1);
}

function annotationOf(note: Annotation, report: WrittenReport, points: CodePoints): Json {
  const codeName = report.codeNames?.get(chosenCode(note) ?? '');
  const body = bodiesOf(note);
  return {
    id: reportLink({ reportId: note.reportId, note: note.id }),
    type: 'Annotation',
    motivation: motivationOf(note),
    created: new Date(note.createdAt).toISOString(),
    modified: new Date(note.updatedAt).toISOString(),
    ...(body.length === 0 ? {} : { body }),
    target: targetOf(note, report, points),
    ...(codeName === undefined ? {} : { 'zhupi:codeName': codeName }),
    'zhupi:kind': note.kind,
    'zhupi:state': note.state,
    'zhupi:revision': note.revision,
    'zhupi:schemaVersion': note.schemaVersion,
  };
}

function motivationOf({ kind, note }: Annotation): string {
  if (kind === 'bookmark') return 'bookmarking';
  return kind === 'note' || note !== '' ? 'commenting' : 'highlighting';
}

/** The colour code first; a note on the whole report has none that nobody chose. */
function bodiesOf(annotation: Annotation): readonly Json[] {
  const { note, tags } = annotation;
  const code = chosenCode(annotation);
  const text = (purpose: string, value: string) => ({ type: 'TextualBody', purpose, value });
  return [
    ...(code === null ? [] : [text('highlighting', code)]),
    ...(note === '' ? [] : [{ ...text('commenting', note), format: 'text/markdown' }]),
    ...tags.map((tag) => text('tagging', tag)),
  ];
}

function targetOf(note: Annotation, report: WrittenReport, points: CodePoints): Json {
  const { anchor, reportId, state } = note;
  const { start, end, exact, prefix, suffix, sourceHash } = anchor;
  const resource = { type: 'SpecificResource', source: reportLink({ reportId, note: null }) };
  if (isOnWhole(note)) {
    return { ...resource, 'zhupi:version': report.version, 'zhupi:sourceHash': sourceHash };
  }
  const position = { start: points.ofUtf16(start), end: points.ofUtf16(end) };
  const isExact =
    state !== 'orphan' &&
    end <= report.source.length &&
    report.source.slice(start, end) === exact &&
    points.toUtf16(position.start) === start &&
    points.toUtf16(position.end) === end;
  const quote = { type: 'TextQuoteSelector', exact, prefix, suffix };
  return {
    ...resource,
    selector: isExact ? [{ type: 'TextPositionSelector', ...position }, quote] : [quote],
    'zhupi:version': report.version,
    'zhupi:sourceHash': sourceHash,
    // Offsets in a text that is not this one, in UTF-16 units: no selector of the model may say them.
    ...(isExact ? {} : { 'zhupi:start': start, 'zhupi:end': end }),
  };
}

/** Whether a note is on its report as a whole, and says nothing of a place: the target has no selector. */
function isOnWhole(note: Annotation): boolean {
  const { exact, prefix, suffix } = note.anchor;
  return isReportNote(note) && note.state === 'exact' && exact + prefix + suffix === '';
}
