import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '#services/store/fixtures/temporary-folder.ts';
import { commandLine, type CommandLine } from './fixtures/command-line.ts';

let zhupi: CommandLine;
let ids: string[];

beforeEach(async () => {
  zhupi = commandLine(temporaryFolder());
  for (const name of ['甲', '乙']) {
    await writeFile(
      path.join(zhupi.folder, `${name}.txt`),
      `关于${name}县教育工作的报告\n教育是国之大计。\n`,
    );
  }
  ids = (await zhupi.run('import', '.', '--json')).rows().map(({ reportId }) => String(reportId));
});

const listed = async () => (await zhupi.run('list', '--json')).rows().map(({ reportId }) => reportId);

test('what is unknown is said, the others go into the trash and come back', async () => {
  const [first = '', second = ''] = ids;
  expect(await zhupi.run('delete', first, 'nope', second)).toMatchObject({
    code: 1,
    err: 'There is no report nope; look for its id in the list of reports.\n',
  });
  expect(await listed()).toEqual([]);
  const restored = await zhupi.run('delete', '--restore', first, 'nope', first, second, '--json');
  expect(restored).toMatchObject({ code: 1, err: '' });
  expect(restored.rows()).toEqual([
    { reportId: first, notes: 0 },
    { reportId: second, notes: 0 },
    { report: 'nope', error: { code: 'report-unknown', message: expect.any(String) as unknown } },
  ]);
  expect((await listed()).toSorted()).toEqual(ids.toSorted());
});

test('restoring says where a report is that is not in the trash', async () => {
  const [first = ''] = ids;
  const there = await zhupi.run('delete', '--restore', first.slice(0, 8));
  expect(there).toMatchObject({ code: 1, out: '' });
  expect(there.err).toContain(`Report ${first} is not in the trash`);
  const nowhere = await zhupi.run('delete', '--restore', 'nope', '--json');
  expect(nowhere.rows()).toMatchObject([
    { error: { code: 'report-unknown', message: expect.stringContaining('in the trash') as unknown } },
  ]);
});

test('an import tells programs, too, that a copy is in the trash', async () => {
  const [first = ''] = ids;
  await zhupi.run('delete', first);
  const rows = (await zhupi.run('import', '.', '--json')).rows();
  expect(rows.map(({ status, reportId, where }) => ({ status, reportId, where })).toSorted()).toEqual(
    ids.map((reportId) => ({
      ...{ status: 'duplicate', reportId },
      where: reportId === first ? 'trash' : undefined,
    })),
  );
});
