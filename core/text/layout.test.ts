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
        expect(laidOut(text)).toBe(lines.filter((line) => line !== '').join('\n'));
        expect(layoutEdits(laidOut(text))).toEqual([]);
      }),
      atLeast(1000),
    );
  });

  it('takes linear time over a long run of spaces', () => {
    const text = `甲${' '.repeat(200_000)}乙`;
    const started = performance.now();
    expect(layoutEdits(text)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
