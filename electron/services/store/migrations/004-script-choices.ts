import type { Migration } from './migration.ts';

/** Choices about a script may be for one report; a phrase has one in each report, and one for all. */
export const scriptChoices: Migration = {
  number: 4,
  sql: `
ALTER TABLE script_override ADD COLUMN report_id TEXT REFERENCES report (id) ON DELETE CASCADE;
CREATE UNIQUE INDEX script_override_phrase ON script_override (direction, phrase, coalesce(report_id, ''));
`,
};
