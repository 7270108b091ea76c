import type { ExportedReport, Sha256Hex } from './exported-report.ts';
import { readReportId, writeFrontMatter, type FrontMatter } from './front-matter.ts';
import { blockOf, tagName, withoutBlockId, writeBlock } from './markdown-block.ts';
import { arranged, type MarkdownStyle } from './markdown-style.ts';
import { headingMarkdown } from './markdown-text.ts';
import { updateFrontMatter } from './update-front-matter.ts';

/** The `zhupi-id` of a file that holds the notes of several reports. */
export const COLLECTION_ID = 'collection';

/** A report's notes as a new Markdown file, with LF. */
export function newMarkdownFile(report: ExportedReport, sha256Hex: Sha256Hex, style?: MarkdownStyle): string {
  const blocks = withHeadings(arranged(report, style), (note) =>
    writeBlock(blockOf(note, style?.bodyOf), sha256Hex),
  );
  if (style === undefined) {
    const parts = [headingMarkdown(report.metadata.title, 1), ...(blocks === '' ? [] : [blocks])];
    return `${writeFrontMatter(frontMatterOf(report))}\n${parts.join('\n\n')}\n`;
  }
  return withFrontMatter(`${style.newFile(report, blocks).trimEnd()}\n`, frontMatterOf(report, style));
}

/** A report's notes as Markdown to be pasted: no front matter, no frames, no block ids. */
export function pastedMarkdown(report: ExportedReport, style?: MarkdownStyle): string {
  const notes = withHeadings(arranged(report, style), (note) => withoutBlockId(blockOf(note, style?.bodyOf)));
  return [headingMarkdown(report.metadata.title, 1), notes].filter((part) => part !== '').join('\n\n');
}

/** Notes one under the other, each new section with its heading. */
function withHeadings(
  report: ExportedReport,
  write: (note: ExportedReport['notes'][number]) => string,
): string {
  const parts: string[] = [];
  let section = '';
  for (const note of report.notes) {
    if (note.section !== section && note.section !== '') parts.push(headingMarkdown(note.section, 2));
    section = note.section;
    parts.push(write(note));
  }
  return parts.join('\n\n');
}

/** The file with our keys in its own front matter, or with front matter of ours where it has none that can be read. */
function withFrontMatter(text: string, values: FrontMatter): string {
  const updated = updateFrontMatter(text, values);
  return readReportId(updated) === values['zhupi-id'] ? updated : `${writeFrontMatter(values)}\n${text}`;
}

/** Our keys of a report's front matter; tags are those of its notes, in the form that the blocks have. */
export function frontMatterOf(report: ExportedReport, style?: MarkdownStyle): FrontMatter {
  const { title, issuer, region, date, source, url } = report.metadata;
  const id = { 'zhupi-id': report.reportId };
  if (style?.hasFrontMatter === true) return id;
  const tags = [...new Set(report.notes.flatMap((note) => note.tags.map(tagName)))].toSorted();
  if (report.reportId === COLLECTION_ID) return { title, tags, ...id };
  return { title, issuer, place: region, date, source: source === '' ? url : source, tags, ...id };
}

/** The notes of several reports as one file of them; each section begins with its report's title. */
export function collectedReport(title: string, reports: readonly ExportedReport[]): ExportedReport {
  const [first] = reports;
  if (first === undefined) throw new RangeError('a collection of no reports');
  const metadata = { ...first.metadata, title };
  const notes = reports.flatMap((report) =>
    report.notes.map((note) => {
      const path = note.section === '' ? [] : [note.section];
      return { ...note, section: [report.metadata.title, ...path].join(' › ') };
    }),
  );
  return { reportId: COLLECTION_ID, metadata, notes };
}
