import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { zhupiJsonLines } from '../command.ts';
import { answerOpenDialogs } from '../dialogs.ts';
import { temporaryFolder } from '../folders.ts';
import { DAMAGED_REPORT, DAMAGED_TITLE } from '../samples.ts';
import { Session } from '../session.ts';

/** What the window says in a language, as far as these tests press it. */
interface Words {
  readonly language: string;
  readonly importButton: string;
  readonly details: string;
  readonly results: string;
  readonly exportAll: string;
  readonly exportNow: string;
  readonly exported: string;
  readonly missing: string;
  readonly notAFolder: string;
  readonly full: string;
}

const LANGUAGES: readonly Words[] = [
  {
    language: 'zh-CN',
    importButton: '导入',
    details: '查看详情',
    results: '导入结果',
    exportAll: '导出批注',
    exportNow: '选择文件夹并导出…',
    exported: '导出结果',
    missing: '没有文件夹',
    notAFolder: '中写入',
    full: '磁盘已满',
  },
  {
    language: 'zh-TW',
    importButton: '匯入',
    details: '檢視詳情',
    results: '匯入結果',
    exportAll: '匯出註記',
    exportNow: '選擇資料夾並匯出…',
    exported: '匯出結果',
    missing: '沒有資料夾',
    notAFolder: '中寫入',
    full: '磁碟已滿',
  },
  {
    language: 'en-US',
    importButton: 'Import',
    details: 'Show details',
    results: 'Import results',
    exportAll: 'Export notes',
    exportNow: 'Choose a folder and export…',
    exported: 'Export results',
    missing: 'There is no folder',
    notAFolder: 'be written',
    full: 'is full',
  },
];

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

interface BadFile {
  readonly name: string;
  /** Puts the file there; answers its path when it is not below the folder by its name. */
  readonly make: (file: string) => string | void;
  /** What the sentence says, in the order of LANGUAGES. */
  readonly says: readonly [string, string, string];
}

/** chmod refuses root nothing, so what cannot be read is a path below a file and a link that leads nowhere. */
const BAD_FILES: readonly BadFile[] = [
  {
    name: 'empty.txt',
    make: (file) => writeFileSync(file, ''),
    says: ['里没有文字', '裡沒有文字', 'holds no text'],
  },
  {
    name: 'blank.txt',
    make: (file) => writeFileSync(file, ' \r\n\t\u3000\n\uFEFF\u200B'),
    says: ['里没有文字', '裡沒有文字', 'holds no text'],
  },
  {
    name: 'picture.txt',
    make: (file) => writeFileSync(file, PNG),
    says: ['不是文本文件', '不是文字檔', 'is not a text file'],
  },
  {
    name: 'huge.txt',
    make: (file) => {
      const handle = openSync(file, 'w');
      ftruncateSync(handle, 64 * 1024 * 1024 + 1);
      closeSync(handle);
    },
    says: ['超过 64 MB', '超過 64 MB', 'larger than 64 MB'],
  },
  {
    name: 'below-a-file',
    make: (file) => {
      writeFileSync(file, '一段文字。');
      return path.join(file, 'report.txt');
    },
    says: ['无法读取', '無法讀取', 'cannot be read'],
  },
  {
    name: 'dangling.txt',
    make: (file) => symlinkSync(path.join(path.dirname(file), 'nowhere.txt'), file),
    says: ['找不到', '找不到', 'There is no file'],
  },
  {
    name: 'undecodable.txt',
    make: (file) => writeFileSync(file, undecodable()),
    says: ['没有一种中文编码', '沒有一種中文編碼', 'No Chinese encoding'],
  },
  {
    name: 'report.xyz',
    make: (file) => writeFileSync(file, '一段文字。'),
    says: ['这类文件', '這類檔案', 'of a kind Zhupi does not read'],
  },
];

/** Bytes that are printable but follow no pattern of any Chinese encoding. */
function undecodable(): Buffer {
  const bytes = Buffer.alloc(6000);
  let state = 7;
  for (let at = 0; at < bytes.length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[at] = 0x80 + ((state >> 16) % 0x80);
  }
  return bytes;
}

for (const [index, words] of LANGUAGES.entries()) {
  test(`each bad file is told in one sentence, and so is a bad folder: ${words.language}`, async () => {
    const folder = temporaryFolder('bad');
    const paths = BAD_FILES.map(({ name, make }) => make(path.join(folder, name)) ?? path.join(folder, name));
    const good = path.join(folder, 'good.txt');
    writeFileSync(good, DAMAGED_REPORT);
    const session = await Session.start({ language: words.language });
    const { app, page, dataDir } = session;
    await answerOpenDialogs(app, [...paths.slice(0, 4), good, ...paths.slice(4)]);
    await page.getByRole('button', { name: words.importButton }).first().click();
    await page.getByRole('button', { name: words.details }).click();
    const results = page.getByRole('dialog', { name: words.results });
    const failures = results.getByRole('listitem');
    await expect(failures).toHaveCount(BAD_FILES.length);
    for (const [at, bad] of BAD_FILES.entries()) {
      const [place = '', sentence = ''] = await failures.nth(at).locator('span').allInnerTexts();
      expect(place).toBe(paths[at]);
      expect(sentence, bad.name).toContain(bad.says[index]);
      // One sentence, to its end, with nothing left to fill in and no words of the machine.
      expect(sentence.match(/[。]|\.(?=\s|$)/gu), bad.name).toHaveLength(1);
      expect(sentence, bad.name).toMatch(/[。.]$/u);
      expect(sentence, bad.name).not.toMatch(/\{|undefined|null|Error|ENOENT|ENOTDIR/u);
    }
    await session.reader.screenshot(`bad-input-${words.language}`);
    await page.keyboard.press('Escape');

    // The rest of the batch went on, and of the bad files nothing was stored.
    const stored = zhupiJsonLines<{ reportId: string; title: string; origin: string }>(dataDir, ['list']);
    expect(stored.filter(({ origin }) => origin === 'library').map(({ title }) => title)).toEqual([
      DAMAGED_TITLE,
    ]);
    const originals = readdirSync(path.join(dataDir, 'originals'), { recursive: true, withFileTypes: true });
    expect(originals.filter((entry) => entry.isFile())).toHaveLength(1);

    const report = stored.find(({ origin }) => origin === 'library');
    zhupiJsonLines(dataDir, ['annotate', report?.reportId ?? '', '--quote', '統籌推動', '--note', '一句']);
    await tellsBadFolders(session, words, path.join(folder, 'good.txt'));
    await session.close();
  });
}

/**
 * A folder on a disk without room, or null where the system gives none: a file system in memory of one page, which only
 * root may mount.
 */
function mountFullFolder(): string | null {
  const folder = temporaryFolder('full');
  try {
    execFileSync('/bin/mount', ['-t', 'tmpfs', '-o', 'size=4k', 'none', folder], { stdio: 'ignore' });
    writeFileSync(path.join(folder, 'filler'), Buffer.alloc(4096));
    return folder;
  } catch {
    return null;
  }
}

test('a full disk is told, and nothing is left on it', async () => {
  const folder = mountFullFolder();
  if (folder === null) console.log('No full disk could be made here, so an export to one was not tried.');
  test.info().skip(folder === null, 'no full disk can be made here');
  const full = folder ?? '';
  const [words] = LANGUAGES;
  const dataDir = temporaryFolder('e2e');
  const file = path.join(dataDir, 'good.txt');
  writeFileSync(file, DAMAGED_REPORT);
  const [report] = zhupiJsonLines<{ reportId: string }>(dataDir, ['import', file]);
  zhupiJsonLines(dataDir, ['annotate', report?.reportId ?? '', '--quote', '統籌推動', '--note', '一句']);
  const session = await Session.start({ dataDir });
  const { app, page, reader } = session;
  try {
    await expect(reader.library).toBeVisible();
    await answerOpenDialogs(app, [full]);
    await page.keyboard.press('Control+Shift+e');
    await page.getByRole('button', { name: words?.exportNow ?? '' }).click();
    const results = page.getByRole('dialog', { name: words?.exported ?? '' });
    await expect(results).toContainText(words?.full ?? '');
    await expect(results).toContainText(full);
    expect(readdirSync(full)).toEqual(['filler']);
    await reader.screenshot('bad-export-full');
  } finally {
    await session.close();
    execFileSync('/bin/umount', [full]);
  }
});

/** Exports to a folder that is missing, and to one that is a file. */
async function tellsBadFolders({ app, page, reader }: Session, words: Words, file: string): Promise<void> {
  const alert = page.getByRole('alert');
  await page.keyboard.press('Control+Shift+e');
  await expect(page.getByRole('dialog', { name: words.exportAll })).toBeVisible();
  for (const [folder, says] of [
    [path.join(path.dirname(file), 'no-such-folder', 'below'), words.missing],
    [file, words.notAFolder],
  ] as const) {
    await answerOpenDialogs(app, [folder]);
    await page.getByRole('button', { name: words.exportNow }).click();
    await expect(alert.last()).toContainText(says);
    await expect(alert.last()).toContainText(folder);
  }
  await reader.screenshot(`bad-export-${words.language}`);
  await page.keyboard.press('Escape');
}
