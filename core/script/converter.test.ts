import { expect, test } from 'vitest';
import { SOURCE_SCRIPTS, VIEW_SCRIPTS } from '../report/script.ts';
import { chainOf } from './chain.ts';
import { loadConverter } from './converter.ts';

test('the source view and a text of no script stay as they are', async () => {
  for (const source of SOURCE_SCRIPTS) expect((await loadConverter(source, 'source')).isIdentity).toBe(true);
  for (const view of VIEW_SCRIPTS) expect(chainOf('none', view)).toEqual([]);
  const converter = await loadConverter('Hans', 'source');
  expect(converter.convert('发展')).toEqual({
    text: '发展',
    map: { spans: new Int32Array(0), aLength: 2, bLength: 2 },
  });
  expect(converter.convertPlain('发展')).toBe('发展');
});

test.each([
  ['Hans', 'tw', '为了发展', '為了發展'],
  ['Hans', 'hk', '卫生', '衞生'],
  ['Hans', 'cn', '标题：國務院', '标题：国务院'],
  ['Hant', 't', '為了發展', '為了發展'],
  ['Hant-TW', 'cn', '著眼', '着眼'],
  ['Hant-TW', 'hk', '裡面', '裏面'],
  ['Hant-TW', 'twp', '文件', '文件'],
  ['Hant', 'twp', '文件', '檔案'],
  ['Hant-HK', 'tw', '衞生', '衛生'],
  ['Hant-HK', 'cn', '衞生', '卫生'],
  ['mixed', 'tw', '關于干部', '關於幹部'],
  ['mixed', 'hk', '著力', '着力'],
] as const)('from %s to %s: %s', async (source, view, text, shown) => {
  expect((await loadConverter(source, view)).convert(text).text).toBe(shown);
});

test('a phrase of as many characters is cut into them, and only changed ones are spans', async () => {
  const { text, map } = (await loadConverter('Hans', 't')).convert('把握发展');
  expect(text).toBe('把握發展');
  expect([...map.spans]).toEqual([2, 3, 2, 3]);
});

test('a phrase of another length is one span', async () => {
  const { text, map } = (await loadConverter('Hans', 'twp')).convert('看软件吧');
  expect(text).toBe('看軟體吧');
  expect([...map.spans]).toEqual([1, 3, 1, 3]);
  const server = (await loadConverter('Hans', 'twp')).convert('看数据库吧');
  expect(server.map.spans.length).toBeGreaterThan(0);
});

test('a character made Simplified and Traditional again is no span', async () => {
  const { text, map } = (await loadConverter('mixed', 't')).convert('教育發展的干部');
  expect(text).toBe('教育發展的幹部');
  expect([...map.spans]).toEqual([5, 6, 5, 6]);
});

test('overrides can be left out', async () => {
  const plain = await loadConverter('Hans', 't', { overrides: false });
  expect(plain.convert('把握发展').text).toBe('把握髮展');
});
