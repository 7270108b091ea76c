import type { Migration } from './migration.ts';

/** A saved search remembers how its results are listed. */
export const savedSearchSort: Migration = {
  number: 5,
  sql: `ALTER TABLE saved_search ADD COLUMN sort TEXT NOT NULL DEFAULT 'relevance';`,
};
