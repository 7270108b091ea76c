import { closeSync, ftruncateSync, openSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { temporaryFolder } from '../folders.ts';
import { HOSTILE_FILES } from '../formats-files.ts';
import { DAMAGED_REPORT, DAMAGED_TITLE, writeFiles } from '../samples.ts';
import { Session } from '../session.ts';

const TWO_GIGABYTES = 2 * 1024 ** 3;

test('hostile files are told or read harmlessly, the rest comes in, and the window goes on', async () => {
  const folder = temporaryFolder('hostile');
  writeFiles(folder, Object.fromEntries(HOSTILE_FILES.map(({ name, bytes }) => [name, bytes])));
  writeFiles(folder, { 'good.txt': DAMAGED_REPORT });
  const huge = openSync(path.join(folder, 'huge.pdf'), 'w');
  ftruncateSync(huge, TWO_GIGABYTES);
  closeSync(huge);

  const session = await Session.start();
  const { reader, page } = session;
  const dialogs: string[] = [];
  page.on('dialog', (opened) => {
    dialogs.push(opened.message());
    void opened.dismiss();
  });
  await reader.importFiles([folder]);
  const refused = HOSTILE_FILES.filter((file) => file.refused !== undefined);
  await expect(reader.toasts).toContainText(`${refused.length + 1} 份未能导入。`, { timeout: 120_000 });
  await reader.toasts.getByRole('button', { name: '查看详情' }).click();
  const failures = page.getByRole('dialog', { name: '导入结果' }).getByRole('listitem');
  await expect(failures).toHaveCount(refused.length + 1);
  for (const { name, refused: says = '' } of refused) {
    await expect(failures.filter({ hasText: name }), name).toContainText(says);
  }
  await expect(failures.filter({ hasText: 'huge.pdf' })).toContainText('MB，请拆分后再导入');
  await reader.screenshot('hostile-files');
  await reader.closeDialog();

  await reader.openReport(DAMAGED_TITLE);
  for (const { read } of HOSTILE_FILES) {
    if (read === undefined) continue;
    await reader.openReport(new RegExp(read.title, 'u'));
    await expect(reader.article).toContainText(read.words);
  }
  await reader.screenshot('hostile-read');
  expect(dialogs).toEqual([]);
  await session.close();
});
