import * as z from 'zod';
import { VIEW_SCRIPTS } from '../../report/script.ts';
import { LONGEST_KEPT_QUERY, MOST_RECENT_QUERIES, SEARCH_SORTS } from '../settings-values.ts';
import { offset, query } from './shapes.ts';

const text = z.string();

/** What a query that is being typed may become. */
const suggestionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), name: text, query: text, sort: z.enum(SEARCH_SORTS) }),
  z.object({ kind: z.literal('recent'), query: text }),
  z.object({ kind: z.literal('title'), reportId: text, text }),
  /** Values of filters, and frequent phrases of the texts. */
  z.object({ kind: z.enum(['tag', 'issuer', 'place', 'date', 'phrase']), text }),
]);
export type QuerySuggestion = Readonly<z.infer<typeof suggestionSchema>>;

/** Suggestions while a query is typed. */
export const suggestCalls = {
  /**
   * For the word at the caret, the best of each kind first. Asked again by the same job, the question before ends with
   * `cancelled`.
   */
  suggestQueries: {
    request: z.object({
      written: query,
      /** UTF-16 units from the beginning. */
      caret: offset,
      script: z.enum(VIEW_SCRIPTS),
      /** The newest first. */
      recent: z.array(z.string().max(LONGEST_KEPT_QUERY)).max(MOST_RECENT_QUERIES),
      job: z.string().min(1).max(100),
    }),
    response: z.array(suggestionSchema),
  },
} as const;
