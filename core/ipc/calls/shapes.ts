import * as z from 'zod';

/** What many requests are made of. */
export const empty = z.object({});
export const reportId = z.string().min(1).max(200);
export const reportIds = z.array(reportId).max(100_000);
/** UTF-16 units of the source text. */
export const offset = z.number().int().nonnegative();
export const query = z.string().max(10_000);
