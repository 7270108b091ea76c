import { expect, onTestFinished, test } from 'vitest';
import { addNote, listNotes } from '../notes/notes.ts';
import type { Connection } from '../store/connection.ts';
import { newReport } from '../store/fixtures/new-report.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { insertReport } from '../store/insert-report.ts';
import { openStore } from '../store/open-store.ts';
import { openStoredReport } from '../store/report-table.ts';
import { addVersion } from './add-version.ts';
import type { ReportChangesDeps } from './deps.ts';
import { listVersions } from './list-versions.ts';

const TEXT = '关于教育工作的报告\n各地要统筹安排，落实责任，按时完成。';

async function openDeps(): Promise<{ deps: ReportChangesDeps; reportId: string }> {
  const dataDir = temporaryFolder();
  const store = await openStore({ dataDir, now: () => 1 });
  onTestFinished(() => store.close());
  const { connection, originals } = store;
  const packs = { open: () => undefined, findDuplicate: () => undefined };
  const deps = { connection, originals, packs, dataDir, actor: 'window', now: () => 1 } as const;
  return { deps, reportId: insertReport(connection, originals, newReport(TEXT), 1)?.reportId ?? '' };
}

function mark(deps: ReportChangesDeps, reportId: string, quote: string) {
  const start = openStoredReport(deps.connection, reportId).source.indexOf(quote);
  const fields = { kind: 'highlight', code: 'red', note: '', tags: [] } as const;
  return addNote(deps, { reportId, start, end: start + quote.length, ...fields });
}

const next = { report: newReport(`前言。\n${TEXT}`), placeByBytes: null };

test('a note that is made while others are being placed is placed too', async () => {
  const { deps, reportId } = await openDeps();
  mark(deps, reportId, '落实责任');
  let asked = 0;
  // Behind the reading of the text, before the new one is stored: what another process may do in between.
  const meanwhile: ReportChangesDeps = {
    ...deps,
    originals: {
      ...deps.originals,
      save: (hash, bytes) => {
        deps.originals.save(hash, bytes);
        asked += 1;
        if (asked === 1) mark(deps, reportId, '统筹安排');
      },
    },
  };
  const { anchors, content } = await addVersion(meanwhile, reportId, () => next);
  expect(anchors).toEqual({ exact: 2, moved: 0, doubtful: 0, orphan: 0 });
  const { source, sourceHash, version } = content;
  expect(version).toBe(2);
  for (const { anchor } of listNotes(deps, reportId)) {
    expect([source.slice(anchor.start, anchor.end), sourceHash]).toEqual([anchor.exact, anchor.sourceHash]);
  }
});

test('a report that never stands still is given up with a sentence, and is as others left it', async () => {
  const { deps, reportId } = await openDeps();
  const restless: ReportChangesDeps = {
    ...deps,
    originals: { ...deps.originals, save: () => void mark(deps, reportId, '统筹安排') },
  };
  await expect(addVersion(restless, reportId, () => next)).rejects.toMatchObject({ code: 'report-changed' });
  expect(openStoredReport(deps.connection, reportId)).toMatchObject({ version: 1, source: TEXT });
  expect(listVersions(deps, reportId)).toHaveLength(1);
});

test.each(['INSERT INTO source_version', 'UPDATE report SET', 'UPDATE annotation', 'INSERT INTO journal'])(
  'a write that fails at “%s” leaves report and notes as they were',
  async (statement) => {
    const { deps, reportId } = await openDeps();
    mark(deps, reportId, '落实责任');
    const seen = () => [openStoredReport(deps.connection, reportId), listNotes(deps, reportId)];
    const before = seen();
    const rows = () => deps.connection.get('SELECT count(*) AS n FROM journal');
    const journal = rows();
    const failing: Connection = {
      ...deps.connection,
      run: (sql, ...values) => {
        if (sql.startsWith(statement)) throw new Error('no room');
        return deps.connection.run(sql, ...values);
      },
    };
    await expect(addVersion({ ...deps, connection: failing }, reportId, () => next)).rejects.toThrow(
      'no room',
    );
    expect(seen()).toEqual(before);
    expect(rows()).toEqual(journal);
    expect(listVersions(deps, reportId)).toHaveLength(1);
    await addVersion(deps, reportId, () => next);
    expect(openStoredReport(deps.connection, reportId).version).toBe(2);
  },
);

test('a note that is made on a text which was replaced at that moment is refused', async () => {
  const { deps, reportId } = await openDeps();
  await addVersion(deps, reportId, () => next);
  const stale: ReportChangesDeps = {
    ...deps,
    connection: {
      ...deps.connection,
      // The text is replaced between the reading and the writing.
      write: (work) => {
        deps.connection.run('UPDATE report SET current_version = 1 WHERE id = ?', reportId);
        return deps.connection.write(work);
      },
    },
  };
  expect(() => mark(stale, reportId, '落实责任')).toThrow('report-changed');
  expect(listNotes(deps, reportId)).toEqual([]);
});
