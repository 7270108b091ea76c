import type { Annotation } from '../annotations/record.ts';
import { chosenCode, isReportNote } from '../annotations/report-note.ts';
import { writeCsv } from './csv.ts';
import type { ExportedReport } from './exported-report.ts';
import { openSeal } from './sealed-file.ts';

/** Columns in their order; the last column's name is the file's seal. */
const COLUMNS = [
  'note_id',
  'report_id',
  'title',
  'issuer',
  'place',
  'date',
  'document_number',
  'section',
  'label',
  'quote',
  'shown',
  'note',
  'tags',
  'code',
  'code_name',
  'kind',
  'state',
  'start',
  'end',
  'created_utc',
  'modified_utc',
  'link',
] as const;

/** A report in words, with the records of its notes. */
export interface TabledNotes {
  readonly report: ExportedReport;
  readonly notes: readonly Annotation[];
}

/**
 * The notes of reports as a CSV table, one row a note in the order of their places. Offsets are UTF-16 units of the source
 * text, empty for a note on a whole report; several blocks of a quote stand on lines of one cell; tags are parted by `; `. `name` is what the file's seal says.
 */
export function writeNotesTable(name: string, reports: readonly TabledNotes[]): string {
  const rows = reports.flatMap(rowsOf);
  return writeCsv([
    [...COLUMNS, openSeal(name)],
    ...rows.map((row) => [...COLUMNS.map((column) => row[column]), '']),
  ]);
}

function rowsOf({ report, notes }: TabledNotes): Record<(typeof COLUMNS)[number], string | number>[] {
  const { metadata, reportId } = report;
  const records = new Map(notes.map((note) => [note.id, note]));
  return report.notes.flatMap((note) => {
    const record = records.get(note.id);
    if (record === undefined) return [];
    return [
      {
        note_id: note.id,
        report_id: reportId,
        title: metadata.title,
        issuer: metadata.issuer,
        place: metadata.region,
        date: metadata.date,
        document_number: metadata.documentNumber,
        section: note.section,
        label: note.label,
        quote: note.quote.join('\n'),
        shown: note.shown.join('\n'),
        note: note.note,
        tags: note.tags.join('; '),
        code: chosenCode(record) ?? '',
        code_name: note.codeName ?? '',
        kind: record.kind,
        state: record.state,
        start: isReportNote(record) ? '' : record.anchor.start,
        end: isReportNote(record) ? '' : record.anchor.end,
        created_utc: timeCell(record.createdAt),
        modified_utc: timeCell(record.updatedAt),
        link: note.link,
      },
    ];
  });
}

/** A time as spreadsheets read one: to the second, without a zone (it is UTC). */
function timeCell(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}
