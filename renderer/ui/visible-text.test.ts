import { expect, test } from 'vitest';
import { visibleText } from './visible-text.ts';

test.each([
  ['(tǒng)', '(tǒng)'],
  [' ', '␣'],
  ['\u3000\u3000', '␣␣'],
  ['\r\n', '↵'],
  ['甲\n乙\t丙', '甲↵乙⇥丙'],
  ['\u200b', 'U+200B'],
  ['\ue5d2', 'U+E5D2'],
  ['\0', 'U+0000'],
  ['甲 乙', '甲 乙'],
  ['', ''],
])('%j is seen as %s', (text, seen) => expect(visibleText(text)).toBe(seen));

test('a long passage keeps its beginning and its end', () => {
  const seen = visibleText(`始${'中'.repeat(500)}末`);
  expect(seen.length).toBeLessThan(80);
  expect(seen.startsWith('始')).toBe(true);
  expect(seen.endsWith('末')).toBe(true);
});
