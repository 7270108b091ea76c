import { expect, test } from 'vitest';
import { addNote, removeNotes } from '../notes/notes.ts';
import { listAnnotations } from '../store/annotation-table.ts';
import { newReport } from '../store/fixtures/new-report.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { insertReport } from '../store/insert-report.ts';
import { openStore } from '../store/open-store.ts';
import { mergeSalvaged } from './merge-salvaged.ts';

const now = (): number => 1000;

test('a note goes only when the journal takes it away and it stands nowhere', async () => {
  const damaged = await openStore({ dataDir: temporaryFolder(), now });
  const { connection } = damaged;
  const reportId = insertReport(connection, damaged.originals, newReport('教育强国'), 1)?.reportId ?? '';
  const deps = { connection, packs: { open: () => undefined }, actor: 'window', now } as const;
  const place = { reportId, start: 0, end: 2, kind: 'highlight', code: 'red', tags: [] } as const;
  const kept = addNote(deps, { ...place, note: '在' });
  const gone = addNote(deps, { ...place, note: '删' });
  const whole = await openStore({ dataDir: temporaryFolder(), now });
  await mergeSalvaged(connection, whole.connection, () => Promise.resolve(null));
  expect(listAnnotations(whole.connection, null)).toHaveLength(2);
  removeNotes(deps, [gone.id]);
  // What is left of a row of the journal whose end is spoilt.
  connection.raw.exec('DROP TRIGGER journal_keeps_values');
  connection.run('UPDATE journal SET after = NULL WHERE record_id = ?', kept.id);
  expect(await mergeSalvaged(connection, whole.connection, () => Promise.resolve(null))).toEqual([]);
  expect(listAnnotations(whole.connection, null)).toMatchObject([{ id: kept.id }]);
  await damaged.close();
  await whole.close();
});
