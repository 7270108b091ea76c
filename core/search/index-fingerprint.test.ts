import { expect, test } from 'vitest';
import { loadFolder } from '../script/index.ts';
import { indexFingerprint } from './index-fingerprint.ts';

const folder = await loadFolder();

test('another class of a character is another index', () => {
  const other = { ...folder, fold: (text: string) => folder.fold(text).replaceAll('敎', '教') };
  expect(indexFingerprint(other)).not.toBe(indexFingerprint(folder));
});

test('a letter that only younger engines can lower is none', () => {
  // U+1C89 and its small letter came with Unicode 16.
  const fold = (text: string) => text.split('\u1c89').map(folder.fold).join('\u1c89');
  expect(indexFingerprint({ ...folder, fold })).toBe(indexFingerprint(folder));
});
