import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import * as fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { newReport } from '../store/fixtures/new-report.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { insertReport } from '../store/insert-report.ts';
import { openStore } from '../store/open-store.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const here = path.dirname(fileURLToPath(import.meta.url));

function start(command: string, args: readonly string[]) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const output: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => output.push(text));
  return { child, output: () => output.join('') };
}

test('a backup while another process writes is one moment of the library', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  const dataDir = path.join(folder, 'data');
  const writer = path.join(here, '..', 'store', 'fixtures', 'crash-writer.ts');
  const { child, output } = start(process.execPath, ['--import', 'tsx', writer, dataDir]);
  while (output().split('\n').length < 20) await once(child.stdout, 'data');
  const store = await openStore({ dataDir, now: Date.now });
  onTestFinished(() => store.close());
  let reports = 0;
  for (let round = 0; round < 2; round += 1) {
    const acknowledged = (output().match(/^report /gmu) ?? []).length;
    const file = path.join(folder, `${String(round)}.zip`);
    const made = await writeBackup(store, file, Date.now());
    expect(child.exitCode).toBeNull();
    expect(made).toMatchObject({ ok: true, originals: made.reports });
    expect(made.reports).toBeGreaterThanOrEqual(Math.max(acknowledged, reports));
    reports = made.reports;
    const other = path.join(folder, `other-${String(round)}`);
    await restoreBackup(other, file, Date.now());
    const copy = await openStore({ dataDir: other, now: Date.now });
    expect(await copy.check()).toEqual([]);
    const halves = copy.connection.all(
      `SELECT id FROM annotation WHERE (SELECT count(*) FROM journal WHERE record_id = annotation.id) <> annotation.revision
         OR NOT EXISTS (SELECT 1 FROM source_version WHERE source_version.report_id = annotation.report_id)`,
    );
    expect(halves).toEqual([]);
    await copy.close();
  }
});

// `ulimit -f` makes writes fail as a full disk does; Windows has nothing like it.
const onFullDisk = (): void => {
  test.each([
    ['backup', 'export-disk-full'],
    ['restore', 'disk-full'],
    ['merge', 'disk-full'],
  ])('a %s says so and harms nothing', { timeout: 30_000 }, async (work, code) => {
    const folder = temporaryFolder();
    const dataDir = path.join(folder, 'data');
    const [old, file] = [path.join(folder, 'old.zip'), path.join(folder, 'new.zip')];
    const store = await openStore({ dataDir, now: Date.now });
    const add = (source: string, bytes: Uint8Array) =>
      insertReport(store.connection, store.originals, newReport(source, { bytes }), Date.now());
    add('甲', Buffer.from('甲'));
    await writeBackup(store, old, Date.now());
    // Random, so that it does not shrink below the limit.
    add('乙', randomBytes(4_000_000));
    await writeBackup(store, file, Date.now());
    await store.close();
    const target = work === 'backup' ? old : file;
    const before = fs.readFileSync(target);
    const fixture = path.join(here, 'fixtures', 'full-disk-backup-writer.ts');
    const { child, output } = start('sh', [
      '-c',
      // Blocks of 512 bytes in dash, 1024 in bash: the file is larger than either.
      'ulimit -f 2000; exec "$0" "$@"',
      process.execPath,
      '--import',
      'tsx',
      fixture,
      work,
      dataDir,
      target,
    ]);
    await once(child, 'close');
    expect(output().trim()).toBe(code);
    expect(fs.readFileSync(target).equals(before)).toBe(true);
    expect(fs.readdirSync(folder).sort()).toEqual(['data', 'new.zip', 'old.zip']);
    expect(fs.readdirSync(dataDir).filter((name) => /^(?:restor|merg)ing/u.test(name))).toEqual([]);
    const again = await openStore({ dataDir, now: Date.now });
    expect(await again.check()).toEqual([]);
    expect(again.connection.get('SELECT count(*) AS n FROM report')).toMatchObject({ n: 2 });
    await again.close();
  });
};

if (process.platform !== 'win32') describe('a disk that is full', onFullDisk);
