import type { Migration } from './migration.ts';

/**
 * An index of texts is compared with them at each start. An index of their stamps spares reading a page of the file for every
 * report (measured at 10,000 reports: 24 ms, and 40 MB of a cold file, instead of 6 ms). A token that each change of a report
 * makes anew, whoever makes it, tells that there is nothing to compare.
 */
export const stamps: Migration = {
  number: 6,
  sql: `
    CREATE INDEX source_version_stamp ON source_version (report_id, number, source_hash, rule_set_version);
    CREATE TABLE reports_token (token TEXT NOT NULL) STRICT;
    INSERT INTO reports_token VALUES (hex(randomblob(16)));
    CREATE TRIGGER report_came AFTER INSERT ON report
      BEGIN UPDATE reports_token SET token = hex(randomblob(16)); END;
    CREATE TRIGGER report_changed AFTER UPDATE ON report
      BEGIN UPDATE reports_token SET token = hex(randomblob(16)); END;
    CREATE TRIGGER report_went AFTER DELETE ON report
      BEGIN UPDATE reports_token SET token = hex(randomblob(16)); END;
    CREATE TRIGGER version_came AFTER INSERT ON source_version
      BEGIN UPDATE reports_token SET token = hex(randomblob(16)); END;
    CREATE TRIGGER version_changed AFTER UPDATE OF report_id, number, source_hash, rule_set_version, edits, source, blocks
      ON source_version
      BEGIN UPDATE reports_token SET token = hex(randomblob(16)); END;
    CREATE TRIGGER version_went AFTER DELETE ON source_version
      BEGIN UPDATE reports_token SET token = hex(randomblob(16)); END;
  `,
};
