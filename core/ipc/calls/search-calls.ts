import * as z from 'zod';
import { VIEW_SCRIPTS } from '../../report/script.ts';
import { hitSchema, searchAnswerSchema } from '../payloads.ts';
import { query, reportId } from './shapes.ts';

/** Search over everything and inside one report. */
export const searchCalls = {
  search: {
    request: z.object({
      query,
      script: z.enum(VIEW_SCRIPTS),
      limit: z.number().int().min(1).max(1000),
    }),
    response: searchAnswerSchema,
  },
  /** Every place of a query in one report, in order. */
  searchInReport: {
    request: z.object({ query, reportId, script: z.enum(VIEW_SCRIPTS) }),
    response: z.array(hitSchema),
  },
} as const;
