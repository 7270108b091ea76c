import type { ExportedNote, ExportedReport } from './exported-report.ts';

/**
 * How notes are written in Markdown where it is not the format's own way (DESIGN 9.22): a template of the user's. The frame
 * around each note, with its id and hash, is always ours; by it the user's words are found again at the next export.
 */
export interface MarkdownStyle {
  /** Inside of a note's block, with LF; the same note must give the same text. */
  readonly bodyOf: (note: ExportedNote) => string;
  /** A new file around its blocks. It is asked once: from then on all but the blocks is the user's. */
  readonly newFile: (report: ExportedReport, blocks: string) => string;
  /** Whether a new file brings front matter of its own; then `zhupi-id` is the only key that is ours. */
  readonly hasFrontMatter: boolean;
  /** Whether notes stand under the headings of their sections. */
  readonly hasSections: boolean;
}

/** What becomes of the untouched block of a note that is gone. */
export const DELETED_NOTES = ['remove', 'strike'] as const;
export type DeletedNotes = (typeof DELETED_NOTES)[number];

/** A report as a style arranges it: without sections all notes stand in one row. */
export function arranged(report: ExportedReport, style: MarkdownStyle | undefined): ExportedReport {
  if (style?.hasSections !== false) return report;
  return { ...report, notes: report.notes.map((note) => ({ ...note, section: '' })) };
}
