import { describe, expect, test } from 'vitest';
import { buildReading } from '../reading.ts';
import { labelAt } from './labels.ts';
import { outlineOf } from './outline.ts';

const read = (lines: readonly string[]) => buildReading(lines.join('\n'), 'txt', []);
const shape = (...lines: readonly string[]): readonly string[] =>
  outlineOf(read(lines)).map(({ level, label, title }) => `${level} ${label}|${title}`);

describe('numbering in all its spellings', () => {
  test.each([
    [
      ['一.甲', '二.乙'],
      ['1 一|甲', '1 二|乙'],
    ],
    [
      ['一、甲', '二．乙'],
      ['1 一|甲', '1 二|乙'],
    ],
    [
      ['一 、甲', '二 、乙'],
      ['1 一|甲', '1 二|乙'],
    ],
    [
      ['(一)甲', '(二) 乙'],
      ['1 （一）|甲', '1 （二）|乙'],
    ],
    [
      ['（ 一 ）甲', '（ 二 ）乙'],
      ['1 （一）|甲', '1 （二）|乙'],
    ],
    [
      ['㈠甲', '㈡乙'],
      ['1 （一）|甲', '1 （二）|乙'],
    ],
    [
      ['1、甲', '2、乙'],
      ['1 1|甲', '1 2|乙'],
    ],
    [
      ['１．甲', '２．乙'],
      ['1 1|甲', '1 2|乙'],
    ],
    [
      ['⒈甲', '⒉乙'],
      ['1 1|甲', '1 2|乙'],
    ],
    [
      ['1.2023年修路', '2.2024年架桥'],
      ['1 1|2023年修路', '1 2|2024年架桥'],
    ],
    [
      ['（1）甲', '(2)乙'],
      ['1 （1）|甲', '1 （2）|乙'],
    ],
    [
      ['⑴甲', '⑵乙'],
      ['1 （1）|甲', '1 （2）|乙'],
    ],
    [['①甲。②乙。'], ['1 ①|甲', '1 ②|乙']],
    [['第九條 甲。', '第十條 乙。'], []],
    [
      ['第一條　甲。', '第二條　乙。'],
      ['1 第一條|甲', '1 第二條|乙'],
    ],
    [
      ['第一編 總綱', '第一章 通則', '第一節 目的', '第一條 甲。'],
      ['1 第一編|總綱', '2 第一章|通則', '3 第一節|目的'],
    ],
  ])('%j', (lines, expected) => {
    expect(shape(...lines)).toEqual(expected);
  });
});

describe('numbering that is none', () => {
  test.each([
    ['1.5倍的增长不算少。', '2.5倍更多。'],
    ['第一，我们要看到成绩。'],
    ['他第一个到，第二个走。', '第一是他。'],
    ['一是如此。', '天气很好。'],
    ['一方面修路，二来架桥。'],
    ['（二）乙', '（三）丙'],
    ['2023年很好。', '2024年更好。'],
  ])('%s', (...lines) => {
    expect(shape(...lines)).toEqual([]);
  });
});

describe('order', () => {
  test('numbers begin anew under each parent', () => {
    expect(shape('一、甲', '（一）子', '（二）丑', '二、乙', '（一）寅', '（二）卯')).toEqual([
      ...['1 一|甲', '2 （一）|子', '2 （二）|丑'],
      ...['1 二|乙', '2 （一）|寅', '2 （二）|卯'],
    ]);
  });

  test('labels are those of the parts above', () => {
    const { text, blocks } = read([
      ...['三年工作报告', '一、甲', '二、乙', '三、丙', '（一）子', '（二）丑', '1.寅', '2.卯'],
      ...['头一段。', '第二段。', '第三段。', '第四段。'],
    ]);
    const outline = outlineOf({ text, blocks });
    expect(labelAt(outline, blocks, text.indexOf('第四段'))).toBe('三（二）2 ¶4');
  });
});

describe('a table of contents', () => {
  const body = ['一、过去一年', '成绩很好。', '（一）学校', '建了十所。', '二、今年任务', '要做三件事。'];
  const points = ['2 一|过去一年', '3 （一）|学校', '2 二|今年任务'];

  test.each([
    [['目录', '一、过去一年', '（一）学校', '二、今年任务']],
    [['目　录', '一、过去一年……1', '（一）学校……2', '二、今年任务……13']],
    [['目 錄', '一、过去一年 1', '二、今年任务 5']],
    [['一、过去一年', '（一）学校', '二、今年任务']],
  ])('%j names no places', (contents) => {
    expect(shape('工作报告', ...contents, ...body)).toEqual(['1 |工作报告', ...points]);
  });

  test('of chapters', () => {
    const law = ['第一章 总则', '第一条 甲。', '第二章 附则', '第二条 乙。'];
    expect(shape('某某条例', '目录', '第一章 总则', '第二章 附则', ...law)).toEqual([
      ...['1 |某某条例', '2 第一章|总则', '3 第一条|甲', '2 第二章|附则', '3 第二条|乙'],
    ]);
  });

  test('headings that stand once are no table', () => {
    expect(shape('工作报告', ...body)).toEqual(['1 |工作报告', ...points]);
    expect(
      shape('工作报告', '一、甲', '（一）子', '（二）丑', '二、乙', '（一）子', '（二）丑'),
    ).toHaveLength(7);
  });
});
