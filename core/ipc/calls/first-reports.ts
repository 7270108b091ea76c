import * as z from 'zod';
import { reportSummarySchema } from '../../report/report.ts';
import { LIBRARY_SORTS } from '../settings-values.ts';
import { empty } from './shapes.ts';

/** What a window draws of the list before the whole of it is there. */
export const firstReportsSchema = z.object({
  /** Names the state of the list when `reports` is all of it, as the answer of `reportChanges` does; else null. */
  at: z.string().nullable(),
  /** Rows of the list above the first of `reports`. */
  from: z.number().int().nonnegative(),
  /** Rows of the whole list. */
  count: z.number().int().nonnegative(),
  /** A stretch of the list, in no order: put in order, it stands so in the whole list. */
  reports: z.array(reportSummarySchema),
});
export type FirstReports = Readonly<z.infer<typeof firstReportsSchema>>;

/** What main adds the state of the window to. */
export const reportMainCalls = {
  /** Those about the report that was read last; null where only the whole list tells. */
  firstReports: { request: empty, response: firstReportsSchema.nullable() },
} as const;

/** What decides which rows a window draws first: the order of its list and the report that was read last. */
export const listOrderSchema = z.object({ sort: z.enum(LIBRARY_SORTS), near: z.string().nullable() });
export type ListOrder = Readonly<z.infer<typeof listOrderSchema>>;

export const reportProcessCalls = {
  /** The whole list, newest first; a window asks for what has changed in it. */
  listReports: { request: empty, response: z.array(reportSummarySchema) },
  firstReports: { request: listOrderSchema, response: firstReportsSchema.nullable() },
  /** Keeps what `firstReports` answers for the next start. */
  keepList: { request: listOrderSchema, response: empty },
} as const;
