import type { Annotation } from '#core/annotations/record.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import { citedWork } from '#core/export/citation/cited-work.ts';
import { gbT7714, type GbT7714Edition } from '#core/export/citation/gb-t-7714.ts';
import { describeReport } from '#core/export/describe-report.ts';
import type { ExportedReport } from '#core/export/exported-report.ts';
import { collectedReport } from '#core/export/markdown-file.ts';
import type { MarkdownStyle } from '#core/export/markdown-style.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { buildView, loadConverter } from '#core/script/index.ts';
import { readingOfSource, shownReadingOf } from '#core/text/reading.ts';
import type { ExportChoice, ExportDeps } from '../export-types.ts';
import { chooseReports, type ChosenReport } from './export-folder.ts';
import { templateStyle, type ReportFacts } from './templates/template-style.ts';

/** A report in words, with the records of its notes. */
export interface ChosenContent {
  readonly content: ReportContent;
  readonly report: ExportedReport;
  readonly notes: readonly Annotation[];
  /** Names that the user gave codes, by their ids. */
  readonly codeNames: ReadonlyMap<string, string>;
  /** Its entry in a list of references. */
  readonly citation: string;
}

/** The reports that are asked for, each with its notes that are. Throws `export-nothing`. */
export function chosenNotes(
  deps: ExportDeps,
  { reportIds, noteIds }: ExportChoice,
  all: readonly Annotation[],
): readonly ChosenReport[] {
  if (noteIds === undefined || noteIds === null) return chooseReports(deps, reportIds, all);
  const wanted = new Set(noteIds);
  const notes = all.filter((note) => wanted.has(note.id));
  return chooseReports(deps, [...new Set(notes.map((note) => note.reportId))], notes);
}

/** A report with its notes in words. Throws `report-unknown`. */
export async function describeChosen(
  deps: ExportDeps,
  { reportId, notes }: ChosenReport,
  { script, edition = '2025' }: ExportChoice,
): Promise<ChosenContent> {
  const content = deps.reports.openReport(reportId);
  const { summary, metadata, source } = content;
  const reading = readingOfSource(content);
  const shownReading = shownReadingOf(content);
  const options = deps.scriptOptions?.(reportId) ?? {};
  const view = buildView(shownReading, await loadConverter(summary.script, script, options));
  const codeNames = deps.codeNames?.() ?? new Map<string, string>();
  const described = { reportId, metadata, source, reading, shownReading, view, codeNames };
  const report = describeReport(described, notes);
  return { content, report, notes, codeNames, citation: citationOf(content, edition) };
}

/** A report's entry by GB/T 7714; it was looked at on the day of its import. */
export function citationOf({ metadata, summary }: ReportContent, edition: GbT7714Edition): string {
  return gbT7714(citedWork(metadata, accessDate(summary.importedAt)), edition);
}

/** The ISO date of a moment (milliseconds since 1970) in UTC; empty for a report of a pack, which has none. */
export function accessDate(importedAt: number): string {
  return importedAt === 0 ? '' : new Date(importedAt).toISOString().slice(0, 10);
}

/** Several reports as one; one stays itself. */
export function collected(title: string, chosen: readonly ChosenContent[]): ExportedReport {
  const reports = chosen.map(({ report }) => report);
  const [first] = reports;
  return first !== undefined && reports.length === 1 ? first : collectedReport(title, reports);
}

/** The style of the template that is asked for; undefined = the format's own. Throws `template-unknown`, `template-invalid`. */
export function styleOf(
  deps: ExportDeps,
  { template }: ExportChoice,
  chosen: readonly ChosenContent[],
): MarkdownStyle | undefined {
  if (template === undefined || template === null) return undefined;
  const parts = typeof template === 'string' ? deps.template?.(template) : template;
  if (parts === undefined) throw new ZhupiError('template-unknown', { template: String(template) });
  const records = new Map(chosen.flatMap(({ notes }) => notes.map((note) => [note.id, note])));
  const reports = new Map(
    chosen.flatMap(({ report, notes, citation }) =>
      notes.map((note): [string, ReportFacts] => [note.id, { report, citation }]),
    ),
  );
  const sections = new Map(
    chosen.flatMap(({ report }) => report.notes.map(({ id, section }) => [id, section] as const)),
  );
  return templateStyle(parts, {
    section: (id) => sections.get(id) ?? '',
    record: (id) => records.get(id),
    report: (id) => {
      const facts = reports.get(id);
      if (facts === undefined) throw new RangeError(`note ${id} is of no report that is exported`);
      return facts;
    },
  });
}
