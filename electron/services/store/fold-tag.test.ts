import { beforeAll, expect, test } from 'vitest';
import { foldTag, prepareTagFolding } from './fold-tag.ts';

beforeAll(prepareTagFolding);

test.each([
  ['责任主体', '責任主體'],
  ['STEM', 'ｓｔｅｍ'],
  ['责任 主体', '责任主体'],
])('%s and %s are one tag', (a, b) => {
  expect(foldTag(a)).toBe(foldTag(b));
});

test('tags of signs alone stay apart', () => {
  expect(foldTag('（）')).not.toBe(foldTag('《》'));
});
