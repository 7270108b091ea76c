import type { ReportContent } from '#core/ipc/payloads.ts';
import type { ReportMetadata, ReportSummary, SourceFormat } from '#core/report/report.ts';
import type { SourceScript } from '#core/report/script.ts';
import type { Block } from '#core/text/block.ts';
import type { Edit } from '#core/text/edit.ts';
import type { ReadableSource } from '#core/text/reading.ts';
import type { IndexableText } from './search/index/index-terms.ts';

/** Bytes of a file that no character of its source text stands for; at `offset` the text has U+FFFD. */
export interface UndecodableBytes {
  /** Byte offset in the file as imported. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** The source text of a file, with how it was read. */
export interface DecodedText {
  /** The whole source text; may hold NUL and lone surrogates. */
  readonly source: string;
  readonly format: SourceFormat;
  /** Decoder or adapter with its version, such as `text@1`: no other makes a text anew on its own (DESIGN 9.1). */
  readonly adapter: string;
  readonly encoding: string;
  /** 0 to 1. */
  readonly encodingConfidence: number;
  readonly undecodable: readonly UndecodableBytes[];
}

/** A report on its way into the store. Id, hashes and time are the store's own. */
export interface NewReport extends DecodedText {
  /** The file as it was, kept in originals/. */
  readonly bytes: Uint8Array;
  readonly metadata: ReportMetadata;
  readonly script: SourceScript;
  readonly edits: readonly Edit[];
  /** What the rules and the adapter found, before marks and layout; left out, the repairs among `edits`. */
  readonly repairs?: readonly Edit[];
  /** What an adapter says the blocks of its source are; null for a text file. */
  readonly blocks: readonly Block[] | null;
  readonly ruleSetVersion: number;
  /** UTF-16 units of the reading text. */
  readonly chars: number;
}

/** A report with the hashes that name it: `hashBytes` of its file, `hashText` of its source. */
export interface HashedReport extends NewReport {
  readonly bytesHash: string;
  readonly sourceHash: string;
  /** What search will hold of it, where that was made with the text at hand. */
  readonly indexable?: IndexableText;
}

/** A report that has the same bytes or the same source text. */
export interface DuplicateReport {
  readonly reportId: string;
  readonly title: string;
  readonly chars: number;
  readonly where: 'library' | 'trash' | 'pack';
}

/** What became of one report of a batch: it is new, or one with the same bytes or text was there. */
export type StoredReport =
  | { readonly status: 'imported'; readonly reportId: string }
  | { readonly status: 'duplicate'; readonly of: DuplicateReport };

/** What the importers need: whether a text is known, and the way in. All throw ZhupiError (`disk-full`, …). */
export interface ReportIntake {
  /** Looks in every version of every report, in the trash and in the packs. Hashes as {@link HashedReport} has them. */
  findDuplicate(bytesHash: string, sourceHash: string): DuplicateReport | undefined;
  /** Hashes of the bytes of every version of every stored report, so that a known file need not be read closely. */
  knownBytes(): readonly string[];
  /**
   * Stores reports with their originals in one transaction, in order; the answers are on the disk when this ends, and
   * nothing of the batch is there when it throws.
   */
  insertReports(reports: readonly HashedReport[]): Promise<readonly StoredReport[]>;
}

/** All reports that can be opened, those of packs among them, without the trash. */
export interface ReportReader {
  /** Newest date first, then newest import. */
  listReports(): readonly ReportSummary[];
  /** Throws `report-unknown`. */
  openReport(reportId: string): ReportContent;
}

/** What of a report is needed to show a place in it. */
export interface ReadableReport extends ReadableSource {
  readonly script: SourceScript;
}

/** Names the text that a derived index row was made from. */
export interface IndexKey {
  readonly reportId: string;
  readonly version: number;
  readonly sourceHash: string;
  readonly ruleSetVersion: number;
}
