import type { ExportedReport, Sha256Hex } from './exported-report.ts';
import { writeFrontMatter, type FrontMatter } from './front-matter.ts';
import { blockOf, writeBlock } from './markdown-block.ts';
import { headingMarkdown } from './markdown-text.ts';

/** A report's notes as a new Markdown file, with LF. */
export function newMarkdownFile(report: ExportedReport, sha256Hex: Sha256Hex): string {
  const parts = [headingMarkdown(report.metadata.title, 1)];
  let section = '';
  for (const note of report.notes) {
    if (note.section !== section) parts.push(headingMarkdown(note.section, 2));
    section = note.section;
    parts.push(writeBlock(blockOf(note), sha256Hex));
  }
  return `${writeFrontMatter(frontMatterOf(report))}\n${parts.join('\n\n')}\n`;
}

/** Our keys of a report's front matter; tags are those of its notes. */
export function frontMatterOf(report: ExportedReport): FrontMatter {
  const { title, issuer, region, date, source, url } = report.metadata;
  return {
    title,
    issuer,
    place: region,
    date,
    source: source === '' ? url : source,
    tags: [...new Set(report.notes.flatMap((note) => note.tags))].toSorted(),
    'zhupi-id': report.reportId,
  };
}
