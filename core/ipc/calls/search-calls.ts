import * as z from 'zod';
import { VIEW_SCRIPTS } from '../../report/script.ts';
import { SEARCH_SORTS } from '../settings-values.ts';
import { hitSchema, searchAnswerSchema } from '../payloads.ts';
import { empty, offset, query, reportId } from './shapes.ts';

const job = z.string().min(1).max(100);

/** Search over everything and inside one report. */
export const searchCalls = {
  search: {
    request: z.object({
      query,
      script: z.enum(VIEW_SCRIPTS),
      limit: z.number().int().min(1).max(1000),
      /** Number of the first report to list. */
      offset: offset.optional(),
      sort: z.enum(SEARCH_SORTS).optional(),
      /** Who asks. With it the answer comes after a moment, complete or not; asked again, the search goes on. */
      job: job.optional(),
    }),
    response: searchAnswerSchema,
  },
  /** Stops the search of a job, where one is under way. */
  cancelSearch: { request: z.object({ job }), response: empty },
  /** The structural label of each place, by its source offset. */
  placeLabels: {
    request: z.object({
      places: z.array(z.object({ reportId, starts: z.array(offset).max(10_000) })).max(1000),
    }),
    response: z.array(z.array(z.string())),
  },
  /** Every place of a query in one report, in order. */
  searchInReport: {
    request: z.object({ query, reportId, script: z.enum(VIEW_SCRIPTS) }),
    response: z.array(hitSchema),
  },
} as const;
