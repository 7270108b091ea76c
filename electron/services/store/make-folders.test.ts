import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeFolders } from './make-folders.ts';
import { temporaryFolder } from './fixtures/temporary-folder.ts';

test('makes a folder and all above it, and is content with one that is there', () => {
  const folder = path.join(temporaryFolder(), '甲', '乙');
  makeFolders(folder);
  makeFolders(folder);
  expect(fs.statSync(folder).isDirectory()).toBe(true);
});

test('a place where no folder can be made is told at once', () => {
  const file = path.join(temporaryFolder(), 'file');
  fs.writeFileSync(file, '');
  expect(() => {
    makeFolders(path.join(file, 'below'));
  }).toThrow(/ENOTDIR/u);
  expect(() => {
    makeFolders(file);
  }).toThrow(/EEXIST/u);
});

const proc = fs.existsSync('/proc/self');
if (proc) {
  test('below a file system that denies its own folders', () => {
    expect(() => {
      makeFolders('/proc/nothing-of-this-name/below');
    }).toThrow(/ENOENT/u);
  });
}
