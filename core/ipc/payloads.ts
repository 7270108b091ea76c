import * as z from 'zod';
import { annotationSchema } from '../annotations/record.ts';
import { ERROR_CODES } from '../base/app-error.ts';
import { reportMetadataSchema, reportSummarySchema, SOURCE_FORMATS } from '../report/report.ts';
import { BLOCK_KINDS } from '../text/block.ts';
import { editSchema } from '../text/edit.ts';

/** What travels between the window, main and the library process. All offsets are UTF-16 units of the source text. */
export const appErrorSchema = z.object({
  code: z.enum(ERROR_CODES),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const blockSchema = z.object({
  kind: z.enum(BLOCK_KINDS),
  level: z.number().int().nonnegative(),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});

/** Everything the reader needs to make any view of a report by itself. */
export const reportContentSchema = z.object({
  summary: reportSummarySchema,
  metadata: reportMetadataSchema,
  format: z.enum(SOURCE_FORMATS),
  version: z.number().int().positive(),
  source: z.string(),
  sourceHash: z.string(),
  ruleSetVersion: z.number().int().nonnegative(),
  /** The edits of the rule set by itself: outline, labels and index are made with them (DESIGN 9.11). */
  edits: z.array(editSchema),
  /** The edits with the user's decisions and corrections, which the window shows; null when she has made none. */
  shownEdits: z.array(editSchema).nullable(),
  /** What the document says its blocks are; null where the source text itself says it. */
  blocks: z.array(blockSchema).nullable(),
  encoding: z.string(),
  /** 0 to 1. */
  encodingConfidence: z.number(),
  /** Of the report's record: a change of its metadata names the one it saw. */
  revision: z.number().int().positive(),
  /** Whether the file as imported is kept; a report of a pack has none. */
  hasOriginal: z.boolean(),
});
export type ReportContent = Readonly<z.infer<typeof reportContentSchema>>;

/** One file of an import. `edits` counts repairs, not layout or markup. */
export const importOutcomeSchema = z.object({
  path: z.string(),
  status: z.enum(['imported', 'duplicate', 'failed']),
  /** The new report, or the one that the file duplicates; null when failed. */
  reportId: z.string().nullable(),
  title: z.string(),
  chars: z.number(),
  encoding: z.string(),
  edits: z.number(),
  /** Characters of a new report that stand for bytes which could not be decoded; left out where there are none. */
  undecodable: z.number().optional(),
  error: appErrorSchema.nullable(),
});
export type ImportOutcome = Readonly<z.infer<typeof importOutcomeSchema>>;

/** What became of each file of an import, and of the import itself. */
export interface ImportAnswer extends ImportEnd {
  readonly outcomes: readonly ImportOutcome[];
}

const importEndSchema = z.object({
  /** Files of no known kind that a folder held. */
  skipped: z.number(),
  cancelled: z.boolean(),
  /** Why the import ended before its last file, such as a full disk; null when it came to all of them or was cancelled. */
  stopped: appErrorSchema.nullable(),
});
type ImportEnd = Readonly<z.infer<typeof importEndSchema>>;

/** What a window is told of an import: how much, not file by file. */
export const importSummarySchema = importEndSchema.extend({
  imported: z.number(),
  duplicates: z.number(),
  failed: z.number(),
  /** The first new report; where there is none, the first that was there already. */
  first: z.object({ reportId: z.string(), title: z.string() }).nullable(),
  /** The first files that failed, and the first that were there already; `importOutcomes` tells more. */
  told: z.array(importOutcomeSchema),
});
export type ImportSummary = Readonly<z.infer<typeof importSummarySchema>>;

export const trashEntrySchema = z.object({
  reportId: z.string(),
  title: z.string(),
  notes: z.number(),
  deletedAt: z.number(),
});
export type TrashEntry = Readonly<z.infer<typeof trashEntrySchema>>;

/** The top of the undo and redo stacks: what would be reverted, in words that the catalogue turns into a sentence. */
export const historyStateSchema = z.object({
  undo: z.string().nullable(),
  redo: z.string().nullable(),
});
export type HistoryState = Readonly<z.infer<typeof historyStateSchema>>;

export const historyAnswerSchema = historyStateSchema.extend({
  /** Reports whose notes, or whose place in the library, changed. */
  reportIds: z.array(z.string()),
});
export type HistoryAnswer = Readonly<z.infer<typeof historyAnswerSchema>>;

/** The changed note, and the copy that keeps the other writer's words when the revision seen was no longer current. */
export const noteChangeAnswerSchema = z.object({
  annotation: annotationSchema,
  keptCopy: annotationSchema.nullable(),
});
export type NoteChangeAnswer = Readonly<z.infer<typeof noteChangeAnswerSchema>>;

/** A place where a query matches. Texts are in the script asked for; offsets in the source. */
export const hitSchema = z.object({
  start: z.number(),
  end: z.number(),
  before: z.string(),
  match: z.string(),
  after: z.string(),
});
export type Hit = Readonly<z.infer<typeof hitSchema>>;

export const searchResultSchema = z.object({
  reportId: z.string(),
  title: z.string(),
  score: z.number(),
  /** All places in this report, exact. */
  hits: z.number(),
  /** The first of them. */
  places: z.array(hitSchema),
});
export type SearchResult = Readonly<z.infer<typeof searchResultSchema>>;

/** Metadata of a report that fulfil a query by themselves; `text` in the script asked for. */
export const metadataMatchSchema = z.object({
  reportId: z.string(),
  field: z.enum(['title', 'issuer', 'region', 'documentNumber', 'source', 'author']),
  text: z.string(),
});
export type MetadataMatch = Readonly<z.infer<typeof metadataMatchSchema>>;

/** A note whose words or tags fulfil a query by themselves; `text` is what the user wrote, tags with a blank between. */
export const noteMatchSchema = z.object({
  annotationId: z.string(),
  reportId: z.string(),
  field: z.enum(['note', 'tags']),
  text: z.string(),
});
export type NoteMatch = Readonly<z.infer<typeof noteMatchSchema>>;

export const searchAnswerSchema = z.object({
  query: z.string(),
  total: z.object({ reports: z.number(), hits: z.number() }),
  tookMs: z.number(),
  results: z.array(searchResultSchema),
  /** Listed apart, at most as many as results were asked for; not counted in `total`. */
  metadata: z.array(metadataMatchSchema).optional(),
  notes: z.array(noteMatchSchema).optional(),
  /** How many of them there are. */
  apart: z.object({ metadata: z.number(), notes: z.number() }).optional(),
  /** Reports that can be listed: those of `total`, and those that only their title brings in. */
  listed: z.number().optional(),
  /**
   * While the count goes on: reports that were `looked` at, of those that are indexed, and how many are not yet (`missing`).
   * Left out of an answer that is complete.
   */
  progress: z.object({ looked: z.number(), reports: z.number(), missing: z.number() }).optional(),
});
export type SearchAnswer = Readonly<z.infer<typeof searchAnswerSchema>>;

export const exportFileSchema = z.object({
  path: z.string(),
  status: z.enum(['written', 'unchanged', 'merged', 'refused']),
  annotations: z.number(),
  /** Notes whose block the user has changed: theirs stays, with ours beside it. Left out where there are none. */
  conflicts: z.number().optional(),
  /** Other files of the folder that hold the same report's notes and were not written. Left out where there are none. */
  copies: z.array(z.string()).optional(),
  error: appErrorSchema.nullable(),
});
export const exportAnswerSchema = z.object({ files: z.array(exportFileSchema) });
export type ExportAnswer = Readonly<z.infer<typeof exportAnswerSchema>>;

export const packSummarySchema = z.object({
  packId: z.string(),
  title: z.string(),
  version: z.string(),
  reports: z.number(),
  /** Part of the program; cannot be removed. */
  bundled: z.boolean(),
});
export type PackSummary = Readonly<z.infer<typeof packSummarySchema>>;

/** What became of a report's notes when its text changed (DESIGN 9.9). */
export const versionAnswerSchema = z.object({
  content: reportContentSchema,
  anchors: z.object({
    exact: z.number(),
    moved: z.number(),
    doubtful: z.number(),
    orphan: z.number(),
  }),
  /** Notes that are not exact, in the order of their places. */
  changed: z.array(z.string()),
});
export type VersionAnswer = Readonly<z.infer<typeof versionAnswerSchema>>;

/** One source version of a report. */
export const sourceVersionSchema = z.object({
  number: z.number().int().positive(),
  time: z.number(),
  adapter: z.string(),
  encoding: z.string(),
  encodingConfidence: z.number(),
  /** UTF-16 units of the source text, and bytes of the file. */
  length: z.number(),
  bytes: z.number(),
  isCurrent: z.boolean(),
});
export type SourceVersion = Readonly<z.infer<typeof sourceVersionSchema>>;

/** A place where a doubtful or orphaned note may belong, best first. */
export const noteCandidateSchema = z.object({
  start: z.number(),
  end: z.number(),
  /** 0 to 1. */
  score: z.number(),
});
export type NoteCandidate = Readonly<z.infer<typeof noteCandidateSchema>>;
