import type { ReportMetadata } from '../report/report.ts';

/** A note as an export shows it: everything already in words, nothing left to look up. */
export interface ExportedNote {
  readonly id: string;
  /** The passage in the reading text, in the script of the source: one string a block (DESIGN 9.5, 9.10). */
  readonly quote: readonly string[];
  /** The same passage in the script that was asked for beside it; empty when none was. */
  readonly shown: readonly string[];
  /** The user's Markdown, as written. */
  readonly note: string;
  readonly tags: readonly string[];
  /** The name that the user gave the note's code; left out where she gave none. */
  readonly codeName?: string;
  /** The structural place, such as 三（二）¶4; empty when the report has none. */
  readonly label: string;
  /** Heading of the section that the passage stands in; empty before the first. */
  readonly section: string;
  /** `zhupi://report/…?note=…` */
  readonly link: string;
}

/** A report with its notes in the order of their places. */
export interface ExportedReport {
  readonly reportId: string;
  readonly metadata: ReportMetadata;
  readonly notes: readonly ExportedNote[];
}

/** Hex SHA-256 of a text's UTF-8; given from outside because core has no cryptography. */
export type Sha256Hex = (text: string) => string;
