import * as fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { LibraryNotice } from '#core/ipc/calls/backup-calls.ts';
import { KeptNotices } from './kept-notices.ts';
import { openStateFile } from './state-file.ts';
import { temporaryFolder } from './store/fixtures/temporary-folder.ts';

const RECOVERED: LibraryNotice = {
  ...{ kind: 'recovered', reports: 3, notes: 40, setAside: '/data/damaged', backupOf: null },
  lost: [{ reportId: 'r', title: '报告', text: false, details: false, notes: 2, olderNotes: 0 }],
};

test('what was lost is told by the next program too, until it is closed', () => {
  const file = path.join(temporaryFolder(), 'state.json');
  const opened = () => new KeptNotices(openStateFile(file));
  const first = opened();
  expect(first.add(RECOVERED)).toBeNull();
  // A risky folder is found out at every start.
  first.add({ kind: 'risky-folder', why: 'synced', folder: '/a', localFolder: '/b' });
  expect(first.all()).toHaveLength(2);
  expect(opened().all()).toEqual([RECOVERED]);
  expect(opened().add({ ...RECOVERED, notes: 41 })).toBeNull();
  expect(opened().all()).toEqual([{ ...RECOVERED, notes: 41 }]);
  opened().close('recovered');
  expect(opened().all()).toEqual([]);
});

test('what cannot be read is none; what cannot be written is told and shown all the same', () => {
  const folder = temporaryFolder();
  const file = path.join(folder, 'state.json');
  fs.writeFileSync(file, JSON.stringify({ notices: [{ kind: 'recovered' }, 5, RECOVERED] }));
  expect(new KeptNotices(openStateFile(file)).all()).toEqual([RECOVERED]);
  fs.writeFileSync(path.join(folder, 'no-folder'), '');
  const notices = new KeptNotices(openStateFile(path.join(folder, 'no-folder', 'state.json')));
  expect(notices.add(RECOVERED)).toMatchObject({ code: expect.any(String) as string });
  expect(notices.all()).toEqual([RECOVERED]);
});
