import { parsedJson } from '#core/base/parsed-json.ts';
import {
  firstReportsSchema,
  listOrderSchema,
  type FirstReports,
  type ListOrder,
} from '#core/ipc/calls/first-reports.ts';
import { keptListFile } from './data-folder.ts';
import { writeWhole } from './store/originals.ts';
import * as z from 'zod';

const fileSchema = listOrderSchema.extend({ format: z.literal(1), list: firstReportsSchema });

/** Keeps the rows that a window draws first of its list for the next start. Throws `disk-full`, `store-unwritable`. */
export function keepList(dataDir: string, order: ListOrder, list: FirstReports): void {
  const text = JSON.stringify({ format: 1, ...order, list });
  writeWhole(keptListFile(dataDir), Buffer.from(`${text}\n`, 'utf8'));
}

/**
 * The rows that the last session ended with, out of the text of their file, for a list in this order: a window has them
 * before the library is open. They may be out of date; whoever draws them asks the library next. Null where there are none
 * for that order, or the text is not such a list.
 */
export function keptRows(text: string, order: ListOrder): FirstReports | null {
  const { data } = fileSchema.safeParse(parsedJson(text));
  if (data === undefined || data.list.reports.length === 0) return null;
  const isWhole = data.list.reports.length === data.list.count;
  // A stretch stands so in the order that it was cut from alone.
  if (!isWhole && (data.sort !== order.sort || data.near !== order.near)) return null;
  // A state of the library that was open then means nothing to the one that is opened now.
  return { ...data.list, at: null };
}
