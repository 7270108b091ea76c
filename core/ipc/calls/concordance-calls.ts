import * as z from 'zod';
import { VIEW_SCRIPTS } from '../../report/script.ts';
import { CONCORDANCE_GROUPS, CONCORDANCE_ORDERS } from '../../search/concordance.ts';
import { SETTING_BOUNDS } from '../settings-values.ts';
import { empty, offset, query } from './shapes.ts';

const count = z.number().int().nonnegative();
const job = z.string().min(1).max(100);
const { min, max } = SETTING_BOUNDS.concordanceContext;
const context = z.number().int().min(min).max(max);
const script = z.enum(VIEW_SCRIPTS);

/** Which places, and in what order. */
const wishSchema = z.object({
  /** Named by the window, to tell progress and to cancel. */
  job,
  query,
  script,
  /** `text` = the reports as the results list them, the places as they stand. */
  order: z.enum(['text', ...CONCORDANCE_ORDERS]),
  grouping: z.enum(['none', ...CONCORDANCE_GROUPS]),
  /** Only the places of one group: `key` as {@link concordanceHeadSchema} names it. */
  only: z.object({ by: z.enum(CONCORDANCE_GROUPS), key: z.string().max(10_000) }).nullable(),
});
export type ConcordanceWish = Readonly<z.infer<typeof wishSchema>>;

const concordanceHeadSchema = z.object({
  /** Names the concordance in `concordanceLines`. */
  id: count,
  total: z.object({ reports: count, hits: count }),
  /** In order; none when the lines are not grouped. The lines of the first come first. */
  groups: z.array(
    z.object({
      /** Report id, year or region; empty when that is not known. */
      key: z.string(),
      /** What to show: a title in the script asked for, the year, the region. */
      name: z.string(),
      count,
    }),
  ),
});
export type ConcordanceHead = Readonly<z.infer<typeof concordanceHeadSchema>>;

const rowSchema = z.object({
  reportId: z.string(),
  /** Number of the place among those of its report, as `searchInReport` lists them, from 0. */
  index: count,
  title: z.string(),
  date: z.string(),
  region: z.string(),
  label: z.string(),
  start: offset,
  end: offset,
  before: z.string(),
  match: z.string(),
  after: z.string(),
});
/** A line of a concordance; context counted in characters, all texts but the label in the script asked for. */
export type ConcordanceRow = Readonly<z.infer<typeof rowSchema>>;

const concordanceTrendSchema = z.object({
  total: z.object({ reports: count, hits: count }),
  /** Those with places, oldest first, those without a date last; `chars` of the reading text. */
  reports: z.array(
    z.object({ reportId: z.string(), title: z.string(), date: z.string(), hits: count, chars: count }),
  ),
  /** Ascending, the reports without a date last under the year ''. `reports` and `chars` of all that could hold a place. */
  years: z.array(z.object({ year: z.string(), hits: count, found: count, reports: count, chars: count })),
});

const textSchema = wishSchema.extend({ context, format: z.enum(['csv', 'markdown']) });
/** A concordance as a whole text. */
export type ConcordanceTextWish = Readonly<z.infer<typeof textSchema>>;

/** All places of a query, one a line, and how they spread over reports and years. */
export const concordanceCalls = {
  /**
   * Collects and orders the places; tells how far it is by `concordanceProgress`. The next one, or `cancelConcordance`, ends
   * the one under way: it answers `cancelled`.
   */
  openConcordance: { request: wishSchema, response: concordanceHeadSchema },
  /** A part of the lines, in order; null when the concordance is not kept any more, or its reports have changed. */
  concordanceLines: {
    request: z.object({ id: count, script, context, from: count, count: z.number().int().min(1).max(200) }),
    response: z.array(rowSchema).nullable(),
  },
  /** Ends the work under way of this name, the writing of a text too. */
  cancelConcordance: { request: z.object({ job }), response: empty },
  searchTrend: { request: z.object({ query, script }), response: concordanceTrendSchema },
} as const;

/** What main does with a concordance or a chart beside the library process. */
export const concordanceMainCalls = {
  /** Puts the whole concordance on the clipboard. */
  copyConcordance: { request: textSchema, response: z.object({ lines: count }) },
  saveConcordanceWithDialog: { request: textSchema, response: z.object({ path: z.string() }).nullable() },
  saveTrendWithDialog: {
    request: z.object({
      format: z.enum(['csv', 'svg']),
      /** The query; the file is called after it. */
      name: z.string().max(10_000),
      content: z.string().max(20_000_000),
    }),
    response: z.object({ path: z.string() }).nullable(),
  },
} as const;

const path = z.string().min(1).max(32_768);

/** What main asks of the library process for them: paths come from the system's dialogs. */
export const concordanceProcessCalls = {
  concordanceText: { request: textSchema, response: z.object({ text: z.string(), lines: count }) },
  writeConcordance: { request: textSchema.extend({ path }), response: z.object({ path: z.string() }) },
  writeText: {
    request: z.object({ path, content: z.string().max(20_000_000) }),
    response: z.object({ path: z.string() }),
  },
} as const;
