import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { undoAction } from '../store/actions.ts';
import { listAnnotations } from '../store/annotation-table.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { openStore } from '../store/open-store.ts';
import { openStoredReport } from '../store/report-table.ts';

const writer = path.join(path.dirname(fileURLToPath(import.meta.url)), 'fixtures', 'version-writer.ts');

interface Ended {
  readonly signal: string | null;
  readonly lines: readonly string[];
}

function write(dataDir: string, ...args: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', writer, dataDir, ...args], (error, stdout) => {
      resolve({ signal: error?.signal ?? null, lines: stdout.split('\n').slice(0, -1) });
    });
  });
}

test.each([
  ['INSERT INTO source_version', 1],
  ['UPDATE annotation', 30],
  ['INSERT INTO undo_entry', 1],
  ['', 0],
])(
  'a process that is killed behind “%s” (%i) leaves the old text whole, and one that ends the new one',
  { timeout: 60_000 },
  async (deadly, nth) => {
    const dataDir = path.join(temporaryFolder(), 'data');
    const { signal, lines } = await write(dataDir, deadly, String(nth));
    const isDone = deadly === '';
    expect([signal, lines.length]).toEqual(isDone ? [null, 2] : ['SIGKILL', 1]);
    const reportId = lines[0] ?? '';
    const store = await openStore({ dataDir, now: Date.now, checkDelay: 0 });
    const { connection } = store;
    expect(await store.check()).toEqual([]);
    const requireWhole = (version: number): void => {
      const { source, sourceHash, ...content } = openStoredReport(connection, reportId);
      expect(content.version).toBe(version);
      const notes = listAnnotations(connection, reportId);
      expect(notes).toHaveLength(60);
      for (const { anchor, state } of notes) {
        expect([state, anchor.sourceHash]).toEqual(['exact', sourceHash]);
        expect(source.slice(anchor.start, anchor.end)).toBe(anchor.exact);
      }
    };
    const count = (sql: string): number => connection.get<{ n: number }>(sql)?.n ?? 0;
    requireWhole(isDone ? 2 : 1);
    expect(count('SELECT count(*) AS n FROM source_version')).toBe(isDone ? 2 : 1);
    expect(count("SELECT count(*) AS n FROM journal WHERE kind = 'annotation'")).toBe(isDone ? 120 : 60);
    // Undo goes on where the change that is there left it.
    undoAction(connection, Date.now());
    if (isDone) requireWhole(1);
    else expect(listAnnotations(connection, reportId)).toHaveLength(59);
    await store.close();
  },
);
