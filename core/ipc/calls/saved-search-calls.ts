import * as z from 'zod';
import { givenNameSchema } from '../../annotations/codes-record.ts';
import { LONGEST_KEPT_QUERY, SEARCH_SORTS } from '../settings-values.ts';
import { empty } from './shapes.ts';

/** A query under a name. Its filters stand in the query itself. */
export const savedSearchSchema = z.object({
  /** `s` + 16 random [a-z0-9]. */
  id: z.string().min(1).max(64),
  name: z.string(),
  query: z.string(),
  /** How its results are listed. */
  sort: z.enum(SEARCH_SORTS),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  /** 1 when made, one more with each change. A write names the revision it saw. */
  revision: z.number().int().positive(),
});
export type SavedSearch = Readonly<z.infer<typeof savedSearchSchema>>;

const id = z.string().min(1).max(64);

/** Queries that the user gave names. Every change is one step of the history. */
export const savedSearchCalls = {
  /** The newest first. */
  listSavedSearches: { request: empty, response: z.array(savedSearchSchema) },
  saveSearch: {
    request: z.object({
      name: givenNameSchema,
      query: z.string().trim().min(1).max(LONGEST_KEPT_QUERY),
      sort: z.enum(SEARCH_SORTS),
    }),
    response: savedSearchSchema,
  },
  renameSavedSearch: {
    request: z.object({ id, revision: z.number().int().positive(), name: givenNameSchema }),
    response: savedSearchSchema,
  },
  deleteSavedSearch: { request: z.object({ id }), response: empty },
} as const;
