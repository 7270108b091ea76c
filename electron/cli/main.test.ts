import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#services/store/fixtures/temporary-folder.ts';

const entry = path.join(path.dirname(fileURLToPath(import.meta.url)), 'main.ts');

interface Ended {
  readonly code: number | string | null | undefined;
  readonly out: string;
  readonly err: string;
}

/** Runs a line of the shell in which `$ZHUPI` is the command on plain Node. */
async function shell(line: string, folder: string): Promise<Ended> {
  const env = {
    ...process.env,
    ZHUPI: `${process.execPath} --import ${import.meta.resolve('tsx')} ${entry}`,
    ZHUPI_DATA_DIR: path.join(folder, 'data'),
    LC_ALL: 'C.UTF-8',
  };
  return new Promise<Ended>((resolve) => {
    execFile('bash', ['-c', line], { cwd: folder, env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : error.code, out, err });
    });
  });
}

test('the command runs on plain Node: paths from where the user stands, stdin, a reader that goes away, a full disk', async () => {
  const folder = temporaryFolder();
  await writeFile(path.join(folder, 'a.txt'), '关于教育强国的报告\n'.repeat(20_000));
  const imported = await shell('$ZHUPI import a.txt --json', folder);
  expect(imported).toMatchObject({ code: 0, err: 'Imported 1, already there 0, failed 0, skipped 0.\n' });
  expect(JSON.parse(imported.out)).toMatchObject({ path: path.join(folder, 'a.txt'), status: 'imported' });

  const lines = [
    'echo 教育强国 | $ZHUPI convert --to tw',
    'set -o pipefail; $ZHUPI show r | head -1',
    '$ZHUPI show r > /dev/full',
  ];
  const [converted, piped, full] = await Promise.all(lines.map((line) => shell(line, folder)));
  expect(converted).toEqual({ code: 0, out: '教育強國\n', err: '' });
  expect(piped).toEqual({ code: 0, out: '关于教育强国的报告\n', err: '' });
  expect(full).toMatchObject({
    code: 1,
    err: expect.stringContaining('The output could not be written') as unknown,
  });
});
