import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { encode } from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { meantPath, namesIn, pathOfBytes, shownPath, systemPath } from './system-path.ts';

/** A path below a folder with a name in GBK, as the system takes it. */
function gbk(folder: string, name: string): Buffer {
  return Buffer.concat([Buffer.from(`${folder}${path.sep}`), encode(name, 'gbk')]);
}

describe('names that are not valid UTF-8', () => {
  test('carry any bytes through a string', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (array) => {
        const bytes = Buffer.from(array);
        const there = systemPath(pathOfBytes(bytes));
        expect(Buffer.from(there as string)).toEqual(bytes);
      }),
    );
  });

  test('are shown as the Chinese that they spell', () => {
    const folder = path.join(path.sep, 'data');
    expect(shownPath(pathOfBytes(gbk(folder, '教育工作报告.txt')))).toBe(
      path.join(folder, '教育工作报告.txt'),
    );
    const big5 = Buffer.concat([Buffer.from('/資料/'), encode('教育工作報告.txt', 'big5')]);
    expect(shownPath(pathOfBytes(big5))).toBe('/資料/教育工作報告.txt');
    expect(shownPath(pathOfBytes(Buffer.from([0x61, 0xff, 0x2e, 0x74])))).toBe('a\uFFFD.t');
    expect(shownPath('/教育.txt')).toBe('/教育.txt');
  });
});

// Other systems take no such names.
if (process.platform === 'linux') describe('in a folder', inFolders);

function inFolders(): void {
  test('are found, and asked for as they are', async () => {
    const folder = temporaryFolder();
    writeFileSync(gbk(folder, '报告.txt'), 'x');
    const [name = ''] = await namesIn(folder);
    expect(systemPath(path.join(folder, name))).toEqual(gbk(folder, '报告.txt'));
  });

  test('are meant by a path that lost their bytes, and by one that we showed', async () => {
    const folder = temporaryFolder();
    mkdirSync(gbk(folder, '年度'));
    const bytes = Buffer.concat([gbk(folder, '年度'), Buffer.from(path.sep), encode('报告.txt', 'gbk')]);
    writeFileSync(bytes, 'x');
    const [year = ''] = await namesIn(folder);
    const [file = ''] = await namesIn(path.join(folder, year));
    const whole = path.join(folder, year, file);
    expect(await meantPath(bytes.toString('utf8'))).toBe(whole);
    expect(await meantPath(path.join(folder, '年度', '报告.txt'))).toBe(whole);
    expect(await meantPath(whole)).toBe(whole);
    const missing = path.join(folder, '年度', '没有.txt');
    expect(await meantPath(missing)).toBe(missing);
  });

  test('are not guessed between two', async () => {
    const folder = temporaryFolder();
    writeFileSync(gbk(folder, '报告.txt'), 'x');
    writeFileSync(gbk(folder, '报道.txt'), 'x');
    const lossy = gbk(folder, '报告.txt').toString('utf8');
    expect(await meantPath(lossy)).toBe(lossy);
    expect(await meantPath(path.join(folder, '报道.txt'))).not.toBe(path.join(folder, '报道.txt'));
  });
}
