import { expect, test } from 'vitest';
import { temporaryFolder } from './fixtures/temporary-folder.ts';
import { keyOfStamp, listStamps, reportsToken, stampOf } from './index-keys.ts';
import { openStore } from './open-store.ts';

const REPORT = `INSERT INTO report (id, origin, imported_at, current_version, script, chars, metadata)
  VALUES ('r1', 'library', 1, 1, 'Hans', 2, '{}')`;
const VERSION = `INSERT INTO source_version (report_id, number, bytes_hash, bytes_length, source_hash, format, adapter, encoding,
    encoding_confidence, time, rule_set_version, edits, undecodable, source)
  VALUES ('r1', 1, 'b', 2, 'hash', 'txt', 'txt', 'UTF-8', 1, 1, 7, x'5b5d', x'5b5d', x'61')`;

test('every change of a report or its text gives all reports another token, and a setting does not', async () => {
  const store = await openStore({ dataDir: temporaryFolder(), now: () => 1 });
  const { connection } = store;
  const seen = new Set([reportsToken(connection)]);
  const changes = [
    REPORT,
    VERSION,
    `UPDATE report SET metadata = '{"title":"x"}' WHERE id = 'r1'`,
    `UPDATE report SET deleted_at = 5 WHERE id = 'r1'`,
    `UPDATE report SET deleted_at = NULL WHERE id = 'r1'`,
    `UPDATE source_version SET rule_set_version = 8`,
    `UPDATE source_version SET edits = x'5b'`,
  ];
  for (const change of changes) {
    connection.run(change);
    expect(seen.has(reportsToken(connection))).toBe(false);
    seen.add(reportsToken(connection));
  }
  const before = reportsToken(connection);
  connection.run(`UPDATE source_version SET shown_edits = x'5b5d'`);
  expect(reportsToken(connection)).toBe(before);
  expect(() =>
    connection.write(() => {
      connection.run(`DELETE FROM report WHERE id = 'r1'`);
      throw new Error('taken back');
    }),
  ).toThrow('taken back');
  expect(reportsToken(connection)).toBe(before);
  expect([...listStamps(connection)]).toEqual([['r1', '1 hash 8']]);
  connection.run(`DELETE FROM report WHERE id = 'r1'`);
  expect(seen.has(reportsToken(connection))).toBe(false);
  await store.close();
});

test('a stamp leads back to its key', () => {
  const key = { reportId: 'r1', version: 3, sourceHash: 'abc', ruleSetVersion: 12 };
  expect(keyOfStamp('r1', stampOf(key))).toEqual(key);
});
