import { expect, test } from 'vitest';
import { loadFolder, type Folder } from '../script/index.ts';
import { INDEX_FINGERPRINT } from './index-fingerprint.ts';

/**
 * Blocks whose characters fold alike in every engine: Latin, punctuation, ideographs, full-width forms. Letters that later
 * versions of Unicode add fold by the version of the engine, and window and command run on engines of their own: by those they
 * would take each other's index for one of another program, and make it anew in turns.
 */
const STABLE: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x24f],
  [0x2000, 0x206f],
  [0x3000, 0x303f],
  [0x3400, 0x4db5],
  [0x4e00, 0x9fa5],
  [0xf900, 0xfa2d],
  [0xff01, 0xff5e],
];

/** FNV-1a over the folds of the stable characters. */
function classesHash({ fold }: Pick<Folder, 'fold'>): string {
  let hash = 0x811c9dc5;
  for (const [first, last] of STABLE) {
    for (let unit = first; unit <= last; unit += 1) {
      for (const folded of fold(String.fromCharCode(unit))) {
        hash = Math.imul(hash ^ (folded.codePointAt(0) ?? 0), 0x01000193);
      }
    }
  }
  return (hash >>> 0).toString(16);
}

const folder = await loadFolder();

test('the fingerprint names the character classes that texts are folded by', () => {
  // Other classes make another index: write the hash that this test names into index-fingerprint.ts.
  expect(INDEX_FINGERPRINT).toMatch(new RegExp(`^[^-]+-${classesHash(folder)}$`, 'u'));
});

test('another class of a character has another hash', () => {
  const fold = (text: string): string => folder.fold(text).replaceAll('敎', '教');
  expect(classesHash({ fold })).not.toBe(classesHash(folder));
});

test('a letter that only younger engines can lower changes nothing', () => {
  // U+1C89 and its small letter came with Unicode 16.
  const fold = (text: string): string => text.split('\u1c89').map(folder.fold).join('\u1c89');
  expect(classesHash({ fold })).toBe(classesHash(folder));
});
