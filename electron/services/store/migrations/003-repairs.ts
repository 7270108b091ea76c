import type { Migration } from './migration.ts';

/**
 * What the repair rules (and the adapter) found by themselves, which is what the user decides about: marks and layout are
 * completed from it anew. NULL = the edits of a source that are no mere marks or layout.
 */
export const repairs: Migration = {
  number: 3,
  sql: `
ALTER TABLE source_version ADD COLUMN repairs BLOB;
`,
};
