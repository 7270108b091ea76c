import * as z from 'zod';
import { METADATA_FIELDS } from './metadata-rules.ts';
import { SOURCE_SCRIPTS } from './script.ts';

/** How the source text is written: plain text, or Markdown whose marks the reading text hides. */
export const SOURCE_FORMATS = ['txt', 'md'] as const;
export type SourceFormat = (typeof SOURCE_FORMATS)[number];

/** What a report says about itself. Every field but the title may be empty; `region` is called `place` in the command. */
export const reportMetadataSchema = z.object({
  title: z.string(),
  issuer: z.string(),
  region: z.string(),
  /** ISO 8601 date or its beginning (2023, 2023-07, 2023-07-18); empty when unknown. */
  date: z.string(),
  documentNumber: z.string(),
  /** Where the text was published (信息来源). */
  source: z.string(),
  url: z.string(),
  author: z.string(),
  editor: z.string(),
  /**
   * Which rule found each field that is known (metadata-rules.ts), by a name that another program may have given. Reports of
   * older programs, and of packs, do not say it.
   */
  foundBy: z.partialRecord(z.enum(METADATA_FIELDS), z.string()).readonly().optional(),
});
export type ReportMetadata = Readonly<z.infer<typeof reportMetadataSchema>>;

/** Metadata with nothing known. */
export const EMPTY_METADATA: ReportMetadata = {
  title: '',
  issuer: '',
  region: '',
  date: '',
  documentNumber: '',
  source: '',
  url: '',
  author: '',
  editor: '',
};

/** One line of the library. */
export const reportSummarySchema = z.object({
  reportId: z.string(),
  title: z.string(),
  issuer: z.string(),
  region: z.string(),
  date: z.string(),
  script: z.enum(SOURCE_SCRIPTS),
  /** UTF-16 units of the reading text. */
  chars: z.number(),
  /** Notes that are not in the trash. */
  notes: z.number(),
  origin: z.enum(['pack', 'library']),
  /** Milliseconds since 1970; 0 for a report of a pack. */
  importedAt: z.number(),
});
export type ReportSummary = Readonly<z.infer<typeof reportSummarySchema>>;
