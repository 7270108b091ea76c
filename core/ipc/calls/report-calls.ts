import * as z from 'zod';
import { ENCODINGS } from '../../report/encoding.ts';
import { reportMetadataSchema, reportSummarySchema } from '../../report/report.ts';
import {
  importOutcomeSchema,
  importSummarySchema,
  packSummarySchema,
  reportContentSchema,
  sourceVersionSchema,
  trashEntrySchema,
  versionAnswerSchema,
} from '../payloads.ts';
import { empty, offset, reportId, reportIds } from './shapes.ts';

const job = z.string().min(1).max(200);

export const reportChangesSchema = z.object({
  /** Names the state of the list that this answer leads to. */
  at: z.string(),
  /** `reports` is the whole list. */
  isWhole: z.boolean(),
  /** New reports, and those whose line may have changed, newest first. */
  reports: z.array(reportSummarySchema),
  /** Ids of those that are not listed any more. */
  gone: z.array(z.string()),
});
export type ReportChanges = Readonly<z.infer<typeof reportChangesSchema>>;

/** Reports, their repairs, versions and details, imports, packs. */
export const reportCalls = {
  /**
   * What the list of reports has become since `since`, which is the `at` of an earlier answer: a list of ten thousand is sent
   * once. Left out, or where that answer is not known any more, the list is whole.
   */
  reportChanges: {
    request: z.object({ since: z.string().max(200).optional() }),
    response: reportChangesSchema,
  },
  openReport: { request: z.object({ reportId }), response: reportContentSchema },
  cancelImport: { request: z.object({ job: z.string() }), response: empty },
  /** The files of the job `from` that failed, or that it did not come to, once more; the page never names a path. */
  retryImport: {
    request: z.object({ job, from: job }),
    response: importSummarySchema,
  },
  /** More of what an import tells than its summary holds, in order: at most 1,000 files at once, of the last imports. */
  importOutcomes: {
    request: z.object({
      job,
      status: z.enum(['duplicate', 'failed']),
      from: offset,
      count: z.number().int().positive().max(1_000),
    }),
    response: z.array(importOutcomeSchema),
  },
  /** Ids of the reports that an import brought, or that its files duplicate. */
  importedReports: { request: z.object({ job }), response: z.array(z.string()) },
  deleteReports: { request: z.object({ reportIds }), response: z.array(trashEntrySchema) },
  restoreReports: { request: z.object({ reportIds }), response: z.array(reportSummarySchema) },
  listTrash: { request: empty, response: z.array(trashEntrySchema) },
  /** Switches repairs of the shown text; `applied` null takes the decision back. Undone like a note's change. */
  decideEdits: {
    request: z.object({
      reportId,
      version: z.number().int().positive(),
      decisions: z
        .array(z.object({ start: offset, end: offset, rule: z.string(), applied: z.boolean().nullable() }))
        .min(1)
        .max(1_000_000),
    }),
    response: reportContentSchema,
  },
  /** The user's own correction of a passage (rule `user`); `after` null takes the correction at this range back. */
  correctText: {
    request: z.object({
      reportId,
      version: z.number().int().positive(),
      start: offset,
      end: offset,
      after: z.string().max(100_000).nullable(),
    }),
    response: reportContentSchema,
  },
  changeMetadata: {
    request: z.object({
      reportId,
      revision: z.number().int().positive(),
      change: reportMetadataSchema.partial(),
    }),
    response: reportContentSchema,
  },
  listVersions: { request: z.object({ reportId }), response: z.array(sourceVersionSchema) },
  /** Decodes the original anew; notes follow by their bytes (DESIGN 9.2, 9.3). `encoding` is one of ENCODINGS. */
  reopenWithEncoding: {
    request: z.object({ reportId, encoding: z.enum(ENCODINGS) }),
    response: versionAnswerSchema,
  },
  /** Ends the reading anew of a report before anything of it is stored: the call that began it answers `cancelled`. */
  cancelVersion: { request: z.object({ reportId }), response: empty },
  listPacks: { request: empty, response: z.array(packSummarySchema) },
  removePack: { request: z.object({ packId: z.string() }), response: empty },
} as const;
