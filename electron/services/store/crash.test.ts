import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findAnnotation } from './annotation-table.ts';
import { temporaryFolder } from './fixtures/temporary-folder.ts';
import { openStore } from './open-store.ts';
import { openStoredReport, placeOfReport } from './report-table.ts';

const fixtures = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixtures');

interface Written {
  readonly child: ChildProcess;
  readonly lines: () => readonly string[];
}

function run(command: string, args: readonly string[]): Written {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let output = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  // What stands behind the last line feed may be half a line.
  return { child, lines: () => output.split('\n').slice(0, -1) };
}

function tsx(file: string, ...args: readonly string[]): readonly string[] {
  return ['--import', 'tsx', path.join(fixtures, file), ...args];
}

describe('a process that is killed while it writes', () => {
  test(
    'leaves everything that was acknowledged, whole, and two writers do not harm each other',
    { timeout: 60_000 },
    async () => {
      const dataDir = temporaryFolder();
      for (const [round, pause] of [20, 97].entries()) {
        const writers = [0, 1].map(() => run(process.execPath, tsx('crash-writer.ts', dataDir)));
        const least = 12;
        while (writers.some((writer) => writer.lines().length < least)) {
          expect(writers.map((writer) => writer.child.exitCode)).toEqual([null, null]);
          await delay(10);
        }
        await delay(pause);
        for (const { child } of writers) child.kill('SIGKILL');
        await Promise.all(writers.map(({ child }) => once(child, 'close')));
        const store = await openStore({ dataDir, now: Date.now, checkDelay: 0 });
        const { connection } = store;
        expect(await store.lastExit).toBe('whole');
        expect(await store.check()).toEqual([]);
        for (const line of writers.flatMap((writer) => writer.lines())) {
          const [kind, id = ''] = line.split(' ');
          if (kind === 'report') {
            expect(openStoredReport(connection, id).source).toMatch(/^\d+ \d+ 教育强国/u);
          } else expect(findAnnotation(connection, id)?.note).toHaveLength(5000);
        }
        // Nothing is half there: each note has its report, each change its journal row.
        const notes = connection.all<{ id: string; report: string; rows: number }>(
          `SELECT id, report_id AS report, (SELECT count(*) FROM journal WHERE record_id = annotation.id) AS rows FROM annotation`,
        );
        expect(notes.length).toBeGreaterThan((round + 1) * least);
        expect(
          notes.filter((note) => note.rows !== 1 || placeOfReport(connection, note.report) !== 'library'),
        ).toEqual([]);
        await store.close();
      }
    },
  );
});

// `ulimit -f` makes writes fail as a full disk does; Windows has nothing like it.
const onFullDisk = (): void => {
  test.each([
    ['where the database grows', 20_000, 600],
    ['where an original is written', 900_000, 600],
  ])(
    '%s is told by its code, and what was acknowledged is there',
    { timeout: 30_000 },
    async (_, size, blocks) => {
      const dataDir = temporaryFolder();
      // Blocks of 512 bytes in dash, 1024 in bash: the sizes leave room for both.
      const script = `ulimit -f ${String(blocks)}; exec "$0" "$@"`;
      const { child, lines } = run('sh', [
        '-c',
        script,
        process.execPath,
        ...tsx('full-disk-writer.ts', dataDir, String(size)),
      ]);
      await once(child, 'close');
      const answer = JSON.parse(lines()[0] ?? '{}') as { code: string; acknowledged: number; listed: number };
      expect(answer.code).toBe('disk-full');
      expect(answer.listed).toBe(answer.acknowledged);
      const store = await openStore({ dataDir, now: Date.now });
      expect(await store.check()).toEqual([]);
      const rows = store.connection.get<{ n: number }>('SELECT count(*) AS n FROM report');
      expect(rows?.n).toBe(answer.acknowledged);
      await store.close();
    },
  );
};

if (process.platform !== 'win32') describe('a disk that is full', onFullDisk);
