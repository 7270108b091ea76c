import type { Settings } from './settings.ts';

/** Values of the settings without their schema, so that the window need not load the schema library. */
export const THEMES = ['system', 'light', 'sepia', 'dark'] as const;
export const READING_FONTS = ['serif', 'sans', 'kai'] as const;
/** How what a search found is shown. */
export const SEARCH_VIEWS = ['results', 'concordance', 'trend'] as const;
export const LIBRARY_SORTS = ['imported', 'date', 'title', 'issuer'] as const;

/** How found reports are listed: `date` the newest first, `place` by region. */
export const SEARCH_SORTS = ['relevance', 'date', 'place'] as const;
export type SearchSort = (typeof SEARCH_SORTS)[number];
/** Queries that are remembered. */
export const MOST_RECENT_QUERIES = 12;
/** UTF-16 units of a query that is remembered. */
export const LONGEST_KEPT_QUERY = 1000;

/** Smallest and largest value of each setting that is a number. */
export const SETTING_BOUNDS = {
  /** Pixels. */
  fontSize: { min: 12, max: 40 },
  /** Characters in a line. */
  lineLength: { min: 16, max: 60 },
  lineHeight: { min: 1.2, max: 3 },
  /** Pixels. */
  libraryWidth: { min: 200, max: 520 },
  /** Pixels. */
  notesWidth: { min: 220, max: 560 },
  /** Characters on each side of a hit. */
  concordanceContext: { min: 5, max: 60 },
} as const;

/** What was last chosen in the export dialog. */
const EXPORT_CHOICES: Settings['exportChoices'] = {
  format: 'markdown',
  where: 'folder',
  script: 'source',
  template: null,
  deleted: 'remove',
};

/** What a new user starts with. */
export const DEFAULT_SETTINGS: Settings = {
  locale: 'system',
  theme: 'system',
  readingScript: 'source',
  viewPunctuation: false,
  readingFont: 'serif',
  fontSize: 18,
  lineLength: 38,
  lineHeight: 1.8,
  firstLineIndent: true,
  libraryPane: true,
  notesPane: true,
  libraryWidth: 300,
  notesWidth: 320,
  librarySort: 'imported',
  lastCode: 'yellow',
  lastSearch: { query: '', shown: false },
  recentQueries: [],
  searchSort: 'relevance',
  citationEdition: '2025',
  exportChoices: EXPORT_CHOICES,
  searchView: 'results',
  concordanceOrder: 'text',
  concordanceGrouping: 'none',
  concordanceContext: 20,
  trendUnit: 'rate',
  project: 'default',
};
