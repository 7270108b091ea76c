import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { openStoredReport } from '../store/report-table.ts';
import { run } from '../store/fixtures/run-writer.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';

const writer = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixtures', 'import-writer.ts');
const FILES = 400;

/** A folder with more reports than one batch takes, each of another text. */
function reportFolder(folder: string, length: number): string {
  const reports = path.join(folder, 'reports');
  mkdirSync(reports);
  for (let at = 0; at < FILES; at += 1) {
    const text = `第${String(at)}份报告\n${'教育强国建设。'.repeat(length)}`;
    writeFileSync(path.join(reports, `${String(at).padStart(4, '0')}.txt`), text);
  }
  return reports;
}

/** Every report that was told is in the store, every report of the store is whole. */
async function expectWhole(dataDir: string, told: readonly string[]): Promise<number> {
  const store = await openStore({ dataDir, now: Date.now, checkDelay: 0 });
  expect(await store.lastExit).not.toBe('damaged');
  expect(await store.check()).toEqual([]);
  const stored = store.connection.all<{ id: string }>('SELECT id FROM report').map(({ id }) => id);
  expect(told.filter((id) => !stored.includes(id))).toEqual([]);
  for (const id of stored) expect(openStoredReport(store.connection, id).source).toMatch(/^第\d+份报告\n/u);
  const rows = store.connection.get<{ n: number }>("SELECT count(*) AS n FROM journal WHERE kind = 'report'");
  expect(rows?.n).toBe(stored.length);
  await store.close();
  return stored.length;
}

const idsIn = (lines: readonly string[]): readonly string[] =>
  lines.filter((line) => line.startsWith('report ')).map((line) => line.slice('report '.length));

describe('an import that is cut off', () => {
  test('by a kill leaves whole reports only, and goes on with the rest', { timeout: 120_000 }, async () => {
    const folder = temporaryFolder();
    const dataDir = path.join(folder, 'data');
    const reports = reportFolder(folder, 200);
    const first = run(process.execPath, ['--import', 'tsx', writer, dataDir, reports]);
    while (idsIn(first.lines()).length === 0 && first.child.exitCode === null) await delay(5);
    first.child.kill('SIGKILL');
    await once(first.child, 'close');
    await expectWhole(dataDir, idsIn(first.lines()));
    const second = run(process.execPath, ['--import', 'tsx', writer, dataDir, reports]);
    await once(second.child, 'close');
    expect(second.lines().at(-1)).toBe('stopped ');
    expect(await expectWhole(dataDir, idsIn(second.lines()))).toBe(FILES);
  });
});

// `ulimit -f` makes writes fail as a full disk does; Windows has nothing like it.
const onFullDisk = (): void => {
  test('stops with one error and leaves nothing by half', { timeout: 120_000 }, async () => {
    const folder = temporaryFolder();
    const dataDir = path.join(folder, 'data');
    const reports = reportFolder(folder, 400);
    const args = ['--import', 'tsx', writer, dataDir, reports];
    const { child, lines } = run('sh', ['-c', 'ulimit -f 1500; exec "$0" "$@"', process.execPath, ...args]);
    await once(child, 'close');
    expect(lines().at(-1)).toBe('stopped disk-full');
    const ids = idsIn(lines());
    expect(await expectWhole(dataDir, ids)).toBe(ids.length);
    expect(ids.length).toBeLessThan(FILES);
  });
};

if (process.platform !== 'win32') describe('an import onto a disk that is full', onFullDisk);
