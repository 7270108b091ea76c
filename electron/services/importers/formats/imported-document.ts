import type { ReportMetadata } from '#core/report/report.ts';
import type { Block } from '#core/text/block.ts';
import type { Edit } from '#core/text/edit.ts';

/** A document that is no text file, written as plain text: blocks end with a line feed, cells with a tab, pages with a form feed. */
export interface ImportedDocument {
  readonly source: string;
  /** What the document itself says its blocks are; in order, without overlaps, in UTF-16 offsets of `source`. */
  readonly blocks: readonly Block[];
  /** What the reading text leaves out from the start: furniture of page and site, readings over characters. In order. */
  readonly edits: readonly Edit[];
  /** Fields that the document names by themselves; they go before what is found in its text. */
  readonly metadata: Partial<ReportMetadata>;
  /** Names a report whose text has no title; empty when the document has no name either. */
  readonly name: string;
  /** All that the head of a page calls it, the likeliest first, the names of site and column behind some; others have none. */
  readonly titles?: readonly string[];
}
