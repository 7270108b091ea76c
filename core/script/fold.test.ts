import { expect, test } from 'vitest';
import { loadFolder } from './fold.ts';
import { FOLD_BREAK } from './fold-marks.ts';

test.each([
  ['教育强国', '教育強國'],
  ['衞生', '衛生'],
  ['着力', '著力'],
  ['計畫', '计划'],
  ['了解', '瞭解'],
  ['复苏', '復甦'],
  ['“三位一體”', '三位一体'],
  ['《教育法》（修订）', '教育法(修訂)'],
  ['教育 强国', '教育强国'],
  ['教\u200b育', '教育'],
  ['ＧＤＰ增长５％', 'gdp增長5%'],
  ['约翰·史密斯', '约翰史密斯'],
])('%s folds as %s', async (a, b) => {
  const folder = await loadFolder();
  expect(folder.fold(a)).toBe(folder.fold(b));
});

test.each(['，', '。', '；', '：', '、', '！', '？', '…', '—', ',', ';', ':', '!', '?', '\n', '｡'])(
  '%j folds to a break',
  async (mark) => {
    expect((await loadFolder()).fold(mark)).toBe(FOLD_BREAK);
  },
);

test('a line feed folds to nothing for a source text', async () => {
  const folder = await loadFolder({ lineFeed: 'nothing' });
  expect(folder.fold('教育\r\n強國')).toBe(folder.fold('教育强国'));
});

test('different words stay different', async () => {
  const { fold } = await loadFolder();
  expect(fold('期待')).not.toBe(fold('期呆'));
  expect(fold('破坏')).not.toBe(fold('破坯'));
});

test('gaps tell where white space parted words', async () => {
  const { foldWithMap } = await loadFolder();
  expect(foldWithMap('a b')).toEqual({
    text: 'ab',
    map: { spans: Int32Array.from([1, 2, 1, 1]), aLength: 3, bLength: 2 },
    gaps: Int32Array.from([1]),
  });
  expect([...foldWithMap('ab').gaps]).toEqual([]);
  expect([...foldWithMap('教育 5G 强国').gaps]).toEqual([]);
  expect([...foldWithMap('“AI”(2.0) “5G”').gaps]).toEqual([2, 5]);
});

test('what folds to several units is one span', async () => {
  const { text, map } = (await loadFolder()).foldWithMap('5㎏重');
  expect(text).toBe('5kg重');
  expect([...map.spans]).toEqual([1, 2, 1, 3]);
});

test('ideographs fold as their normal forms do', async () => {
  const { fold } = await loadFolder();
  const wrong: string[] = [];
  for (let codePoint = 0x3400; codePoint <= 0x9fff; codePoint += 1) {
    const character = String.fromCodePoint(codePoint);
    const normal = character.normalize('NFKC').toLowerCase().normalize('NFKC');
    if (fold(character) !== fold(normal) || normal !== character) wrong.push(character);
  }
  expect(wrong).toEqual([]);
});
