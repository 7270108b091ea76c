import * as z from 'zod';
import { LOCALES } from '../base/locale.ts';
import { GB_T_7714_EDITIONS } from '../export/citation/gb-t-7714.ts';
import { EXPORT_FORMATS, EXPORT_PLACES } from '../export/export-formats.ts';
import { DELETED_NOTES } from '../export/markdown-style.ts';
import { VIEW_SCRIPTS } from '../report/script.ts';
import {
  LIBRARY_SORTS,
  READING_FONTS,
  SETTING_BOUNDS,
  THEMES,
  LONGEST_KEPT_QUERY,
  MOST_RECENT_QUERIES,
  SEARCH_SORTS,
  SEARCH_VIEWS,
} from './settings-values.ts';
import { CONCORDANCE_GROUPS, CONCORDANCE_ORDERS } from '../search/concordance.ts';
import { TREND_UNITS } from '../search/trend.ts';

export { DEFAULT_SETTINGS } from './settings-values.ts';

const { fontSize, lineLength, lineHeight, libraryWidth, notesWidth, concordanceContext } = SETTING_BOUNDS;

const keptQuery = z.string().max(LONGEST_KEPT_QUERY);

/** What belongs to this machine (state.json): looks, panes, the last colour. What must travel is in the store. */
export const settingsSchema = z.object({
  locale: z.enum(['system', ...LOCALES]),
  theme: z.enum(THEMES),
  /** One reading script for all reports; `source` is one of its values. */
  readingScript: z.enum(VIEW_SCRIPTS),
  /** Whether quotation marks follow the reading script. */
  viewPunctuation: z.boolean(),
  readingFont: z.enum(READING_FONTS),
  /** Pixels. */
  fontSize: z.number().min(fontSize.min).max(fontSize.max),
  /** Characters in a line. */
  lineLength: z.number().min(lineLength.min).max(lineLength.max),
  lineHeight: z.number().min(lineHeight.min).max(lineHeight.max),
  firstLineIndent: z.boolean(),
  libraryPane: z.boolean(),
  notesPane: z.boolean(),
  /** Pixels. */
  libraryWidth: z.number().min(libraryWidth.min).max(libraryWidth.max),
  notesWidth: z.number().min(notesWidth.min).max(notesWidth.max),
  librarySort: z.enum(LIBRARY_SORTS),
  /** The colour that the keyboard and a new highlight take first. */
  lastCode: z.string().min(1).max(64),
  /** What stood in the search box, and whether its results were shown: they are answered anew at the next start. */
  lastSearch: z.object({ query: keptQuery, shown: z.boolean() }),
  /** Queries that led somewhere, the last one first. */
  recentQueries: z.array(keptQuery.min(1)).max(MOST_RECENT_QUERIES),
  searchSort: z.enum(SEARCH_SORTS),
  /** Of GB/T 7714, by which reports are cited. */
  citationEdition: z.enum(GB_T_7714_EDITIONS),
  /** What was last chosen in the export dialog. */
  exportChoices: z.object({
    format: z.enum(EXPORT_FORMATS),
    where: z.enum(EXPORT_PLACES),
    script: z.enum(VIEW_SCRIPTS),
    template: z.string().min(1).max(64).nullable(),
    deleted: z.enum(DELETED_NOTES),
  }),
  searchView: z.enum(SEARCH_VIEWS),
  concordanceOrder: z.enum(['text', ...CONCORDANCE_ORDERS]),
  concordanceGrouping: z.enum(['none', ...CONCORDANCE_GROUPS]),
  /** Characters on each side of a hit. */
  concordanceContext: z.number().int().min(concordanceContext.min).max(concordanceContext.max),
  trendUnit: z.enum(TREND_UNITS),
  /** The project that is open; one that is gone counts as the first. */
  project: z.string().min(1).max(64),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const settingsChangeSchema = settingsSchema.partial();
export type SettingsChange = Readonly<z.infer<typeof settingsChangeSchema>>;
