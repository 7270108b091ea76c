import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { killWriters } from './fixtures/kill-writers.ts';
import { run, tsx } from './fixtures/run-writer.ts';
import { temporaryFolder } from './fixtures/temporary-folder.ts';
import { openStore } from './open-store.ts';

test(
  'twenty processes that are killed while they write leave everything that was acknowledged, whole',
  { timeout: 120_000 },
  async () => {
    const dataDir = temporaryFolder();
    let lines = 0;
    for (let round = 0; round < 5; round += 1) lines += await killWriters(dataDir, 4);
    expect(lines).toBeGreaterThan(240);
  },
);

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
