import { expect, test } from 'vitest';
import { toA, toB } from '../text/map-range.ts';
import { loadConverter } from './converter.ts';
import { followPunctuation } from './punctuation.ts';

test.each([
  ['outer and inner marks', '他说：“读‘十五五’规划。”', '他说：「读『十五五』规划。」'],
  ['an apostrophe stays', '“Women’s Day”是妇女节，‘don’t’不变成', '「Women’s Day」是妇女节，『don’t』不变成'],
  ['a single mark that nothing opens stays', '二十世纪90’末，“好”', '二十世纪90’末，「好」'],
  ['a single mark that nothing closes stays', '学校‘90届，“好”', '学校‘90届，「好」'],
  ['a quotation may go on behind the line', '“第一段\n“第二段”', '「第一段\n「第二段」'],
  ['single marks pair inside a line only', '甲‘乙\n丙’丁', '甲‘乙\n丙’丁'],
  ['a line of another language stays', '“It’s fine.”\n“好”', '“It’s fine.”\n「好」'],
  ['two quotations', '‘甲’和‘乙’', '『甲』和『乙』'],
  ['single marks inside single marks', '读‘甲‘乙’丙’，‘丁', '读『甲『乙』丙』，‘丁'],
])('to corner marks: %s', (_name, text, expected) => {
  expect(followPunctuation(text, 'corner').text).toBe(expected);
});

test('to curly marks', () => {
  const { text, map } = followPunctuation('「甲『乙』」丙', 'curly');
  expect(text).toBe('“甲‘乙’”丙');
  expect([...map.spans]).toEqual([0, 1, 0, 1, 2, 3, 2, 3, 4, 5, 4, 5, 5, 6, 5, 6]);
});

test('punctuation follows the view only when asked, behind the script, with one map', async () => {
  const text = '“软件”发展';
  expect((await loadConverter('Hans', 'twp')).convert(text).text).toBe('“軟體”發展');
  const converter = await loadConverter('Hans', 'twp', { punctuation: true });
  const { text: shown, map } = converter.convert(text);
  expect(shown).toBe('「軟體」發展');
  expect(converter.convertPlain(text)).toBe(shown);
  expect(toB(map, { start: 0, end: 2 })).toEqual({ start: 0, end: 3 });
  expect(toA(map, { start: 0, end: 1 })).toEqual({ start: 0, end: 1 });
  expect((await loadConverter('Hant-TW', 'cn', { punctuation: true })).convertPlain('「軟體」')).toBe(
    '“软体”',
  );
});

test('the source keeps its marks, and a text of no script follows the view', async () => {
  const source = await loadConverter('Hans', 'source', { punctuation: true });
  expect(source.isIdentity).toBe(true);
  expect(source.convert('“甲”').text).toBe('“甲”');
  const none = await loadConverter('none', 'tw', { punctuation: true });
  expect(none.isIdentity).toBe(false);
  expect(none.convert('“甲”').text).toBe('「甲」');
});
