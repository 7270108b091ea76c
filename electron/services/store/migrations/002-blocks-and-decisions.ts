import type { Migration } from './migration.ts';

/**
 * What documents say their blocks are, and the edits that are shown once the user has decided about some. Both NULL where
 * there is nothing to say. Decisions of before had no way to be made, so none has to be moved.
 */
export const blocksAndDecisions: Migration = {
  number: 2,
  sql: `
ALTER TABLE source_version ADD COLUMN blocks BLOB;
ALTER TABLE source_version ADD COLUMN shown_edits BLOB;
`,
};
