import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeast } from '#test/random-maps.ts';
import { applyEdits } from './apply-edits.ts';
import { layoutEdits } from './layout.ts';

function laidOut(text: string): string {
  return applyEdits(text, layoutEdits(text)).text;
}

describe('the layout of lines', () => {
  it.each([
    ['leaves lines that are blocks already', '甲\n乙', '甲\n乙'],
    ['makes one line feed of CR LF', '甲\r\n乙', '甲\n乙'],
    ['makes one line feed of CR', '甲\r乙', '甲\n乙'],
    ['makes one line feed of a form feed', '甲\f乙', '甲\n乙'],
    ['makes one line feed of a run', '甲\r\n\r\n \u3000\n\n乙', '甲\n乙'],
    ['makes one line feed of a line separator', '甲\u2028乙', '甲\n乙'],
    ['takes indentation', '甲\n\u3000\u3000乙', '甲\n乙'],
    ['takes white space at the ends of lines', '甲 \t\u00a0\n乙', '甲\n乙'],
    ['takes blank lines at both ends', ' \n\n甲\n \n', '甲'],
    ['takes white space at both ends', '\u3000甲 ', '甲'],
    ['leaves white space inside lines', '甲  乙\t丙', '甲  乙\t丙'],
    [
      'leaves NUL, zero-width characters and a byte order mark',
      '\ufeff甲\0\n\u200b乙\u200d',
      '\ufeff甲\0\n\u200b乙\u200d',
    ],
    ['leaves nothing of nothing but white space', ' \r\n\u3000', ''],
    ['has nothing to do with no text', '', ''],
  ])('%s', (_, source, expected) => {
    expect(laidOut(source)).toBe(expected);
  });

  it.each([
    ['two columns', '县区\t学校\n\t一中\n乙县\t二中'],
    ['two empty cells', '县区\t学校\t人数\n\t\t12\n\t一中\t8'],
    ['a first row', '\t小学\t初中\n甲县\t12\t8'],
    ['a row that is shorter', '县区\t学校\t人数\n\t合计20'],
    ['sentences in cells', '县\t任务。\n乙\t责任。\n\t落实。'],
  ])('keeps the empty first cell of a row: %s', (_, text) => {
    expect(laidOut(text)).toBe(text);
    expect(laidOut(text.replaceAll('\n\t', ' \r\n\u00a0\t'))).toBe(text);
  });

  it.each([
    ['an indented text', '\t甲。\n\t乙', '甲。\n乙'],
    ['indented lines with a tab behind the number', '\t一、\t甲\n\t二、\t乙', '一、\t甲\n二、\t乙'],
    ['points below a number', '一、\t甲\n\t（一）乙', '一、\t甲\n（一）乙'],
    ['a paragraph behind a line with a tab', '时间：\t五月\n\t各县要落实。', '时间：\t五月\n各县要落实。'],
    ['rows that all begin so', '\t甲\t乙\n\t丙\t丁', '甲\t乙\n丙\t丁'],
    ['more tabs than the rows have', '县\t校\n\t丙\t丁', '县\t校\n丙\t丁'],
  ])('takes the tab before %s', (_, text, expected) => {
    expect(laidOut(text)).toBe(expected);
  });

  it('keeps a line feed of the source where there is one, so that no edit covers a whole run', () => {
    const source = '甲\r\n\r\n乙';
    expect(layoutEdits(source).map(({ start, end, after }) => [start, end, after])).toEqual([
      [1, 2, ''],
      [3, 5, ''],
    ]);
  });

  it('is what trimming each line and dropping the empty ones gives', () => {
    const characters = [
      '甲',
      'a',
      '\u{20000}',
      ' ',
      '\u3000',
      '\t',
      '\n',
      '\r',
      '\r\n',
      '\f',
      '\u200b',
      '\ufeff',
      '\0',
    ];
    const texts = fc.array(fc.constantFrom(...characters), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const lines = text
          .split(/[\r\n\f]/u)
          .map((line) => line.replace(/^[ \u3000\t]+|[ \u3000\t]+$/gu, ''));
        // Tabs of empty first cells stay; nothing else does.
        expect(laidOut(text).replace(/^\t[ \u3000\t]*/gmu, '')).toBe(
          lines.filter((line) => line !== '').join('\n'),
        );
        expect(layoutEdits(laidOut(text))).toEqual([]);
      }),
      atLeast(1000),
    );
  });

  it('takes linear time over a long run of spaces', () => {
    const text = `甲${' '.repeat(200_000)}乙`;
    const started = performance.now();
    expect(layoutEdits(text)).toEqual([]);
    // By squares it would take far longer; a busy machine may need more than the usual part of a second.
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
