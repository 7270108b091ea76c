import type { Annotation } from '#core/annotations/record.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { TemplateParts } from '#core/export/export-template.ts';
import type { ExportedNote, ExportedReport } from '#core/export/exported-report.ts';
import { hashTag } from '#core/export/markdown-block.ts';
import type { MarkdownStyle } from '#core/export/markdown-style.ts';
import { quoteMarkdown } from '#core/export/markdown-text.ts';
import { containedMarkdown, noteMarkdown, withoutOurComments } from '#core/export/note-markdown.ts';
import { prepareTemplate } from './liquid.ts';

/** What a template says of each note beside its words. */
export interface TemplateFacts {
  readonly record: (noteId: string) => Annotation | undefined;
  readonly report: (noteId: string) => ReportFacts;
  /** The heading that a note stands under, also where the file has none. */
  readonly section: (noteId: string) => string;
}

/** A report as a template names it. */
export interface ReportFacts {
  readonly report: Pick<ExportedReport, 'reportId' | 'metadata'>;
  /** Its entry in a list of references. */
  readonly citation: string;
}

/** Stands for the notes while a file is filled in; no text of a report or template has it. */
const NOTES = '\uF8FFzhupi-notes\uF8FF';

/** A template as a style of Markdown. Throws `template-invalid`, here for its form, and when used for its values. */
export function templateStyle(parts: TemplateParts, facts: TemplateFacts): MarkdownStyle {
  const fillNote = prepareTemplate(parts.note, 'note');
  const fillFile = prepareTemplate(parts.file, 'file');
  return {
    hasSections: parts.hasSections,
    hasFrontMatter: /^---[ \t]*\r?\n/u.test(parts.file),
    bodyOf: (note) => containedMarkdown(fillNote(noteValues(note, facts))),
    newFile: (report, blocks) => {
      const [first] = report.notes;
      const about = first === undefined ? { report, citation: '' } : facts.report(first.id);
      const tags = [...new Set(report.notes.flatMap((note) => note.tags))].toSorted();
      const values = {
        ...reportValues(about),
        title: report.metadata.title,
        tags,
        count: report.notes.length,
      };
      const filled = withoutOurComments(fillFile({ ...values, notes: NOTES }));
      if (!filled.includes(NOTES)) {
        throw new ZhupiError('template-invalid', { reason: 'notes-missing', line: 1, column: 1, detail: '' });
      }
      const [before = '', ...behind] = filled.split(NOTES);
      return `${before}${blocks}${behind.join('')}`;
    },
  };
}

/** Names of the note's part; TEMPLATE_NAMES lists them for the user. */
function noteValues(note: ExportedNote, facts: TemplateFacts): Readonly<Record<string, unknown>> {
  const record = facts.record(note.id);
  return {
    ...reportValues(facts.report(note.id)),
    quote: note.quote.length > 0 ? quoteMarkdown(note.quote) : '',
    text: note.quote.join(' '),
    shown: note.shown.join('\n') === note.quote.join('\n') ? '' : note.shown.join(' '),
    note: note.note.trim() === '' ? '' : noteMarkdown(note.note),
    tags: note.tags,
    hashtags: note.tags.map(hashTag).join(' '),
    label: note.label,
    section: facts.section(note.id),
    link: note.link,
    id: note.id,
    block_id: `^${note.id}`,
    code: record?.code ?? '',
    code_name: note.codeName ?? '',
    kind: record?.kind ?? '',
    state: record?.state ?? '',
    created: timeOf(record?.createdAt),
    modified: timeOf(record?.updatedAt),
  };
}

function reportValues({ report, citation }: ReportFacts): Readonly<Record<string, unknown>> {
  const { metadata, reportId } = report;
  return {
    title: metadata.title,
    issuer: metadata.issuer,
    place: metadata.region,
    date: metadata.date,
    document_number: metadata.documentNumber,
    source: metadata.source,
    url: metadata.url,
    author: metadata.author,
    report_id: reportId,
    citation,
  };
}

function timeOf(time: number | undefined): string {
  return time === undefined ? '' : new Date(time).toISOString();
}
