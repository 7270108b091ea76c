import { describe, expect, test } from 'vitest';
import { buildReading } from '../reading.ts';
import { parseNumber, parseRoman } from './han-number.ts';
import { labelAt } from './labels.ts';
import { outlineOf } from './outline.ts';

const read = (lines: readonly string[]) => buildReading(lines.join('\n'), 'txt', []);
const shape = (...lines: readonly string[]): readonly string[] =>
  outlineOf(read(lines)).map(({ level, label }) => `${level} ${label}`);
const titles = (...lines: readonly string[]): readonly string[] =>
  outlineOf(read(lines)).map(({ label, title }) => `${label}|${title}`);

describe('numbering is nested as it stands, whatever its kind', () => {
  test('第一，… as headings over （一）', () => {
    const lines = [
      '三、任务',
      '第一，大办农业',
      '（一）粮食。',
      '（二）林业。',
      '第二，大办工业',
      '（一）钢铁。',
      '（二）煤炭。',
    ];
    expect(shape('一、甲', '二、乙', ...lines).slice(2)).toEqual([
      ...['1 三', '2 第一', '3 （一）', '3 （二）', '2 第二', '3 （一）', '3 （二）'],
    ]);
  });

  test('（一） over 一、', () => {
    expect(shape('（一）形势', '（二）方针', '一、农业', '二、工业', '（三）前景', '好。')).toEqual([
      ...['1 （一）', '1 （二）', '2 一', '2 二', '1 （三）'],
    ]);
  });

  test('a list of the same kind between two points, and one of paragraphs below the last heading', () => {
    const inner = ['一、修路，通到村口；', '二、架桥，方便群众；', '三、办学，人人满意。'];
    expect(shape('一、甲', '二、乙', ...inner, '三、丙', '四、丁', ...inner)).toEqual([
      ...['1 一', '1 二', '2 一', '2 二', '2 三', '1 三', '1 四', '2 一', '2 二', '2 三'],
    ]);
  });

  test('numbers that run on through the parts', () => {
    const lines = [
      '一、要求',
      '（一）思想。话。',
      '（二）原则。话。',
      '二、任务',
      '（三）基础。话。',
      '三、保障',
      '（四）组织。话。',
    ];
    expect(shape(...lines)).toEqual(['1 一', '2 （一）', '2 （二）', '1 二', '2 （三）', '1 三', '2 （四）']);
    const { text, blocks } = read(lines);
    const outline = outlineOf({ text, blocks });
    expect(labelAt(outline, blocks, text.indexOf('基础'))).toBe('二（三） ¶1');
  });

  test('an intro of points does not hold the parts that follow it', () => {
    expect(shape('要做到：一是快。二是好。', '一、甲', '话。', '二、乙', '话。')).toEqual([
      ...['1 一是', '1 二是', '1 一', '1 二'],
    ]);
  });
});

describe('what is missing', () => {
  test('a lost number stops no list', () => {
    expect(shape('一、甲', '二、乙', '四、丁', '五、戊')).toEqual(['1 一', '1 二', '1 四', '1 五']);
    expect(shape('第一条 甲。', '（一）子；', '（四）卯；', '（五）辰。', '第二条 乙。')).toHaveLength(5);
    expect(shape('一、甲', '二、乙', '九、壬')).toEqual(['1 一', '1 二']);
  });

  test('a lost first number is missed only by a longer list', () => {
    expect(shape('第二，整党。', '话。', '第三，抓革命。', '第四，强化机器。')).toEqual([
      '1 第二',
      '1 第三',
      '1 第四',
    ]);
    expect(shape('二、乙', '三、丙')).toEqual([]);
  });

  test('a number alone on its line takes its words from the next', () => {
    expect(titles('一是', '发行国债，扩大内需。', '二是', '扩大出口。')).toEqual([
      '一是|发行国债，扩大内需',
      '二是|扩大出口',
    ]);
    expect(titles('第 1 條', '本法依憲法制定之。', '第 2 條', '第 3 條', '本法施行。')).toEqual([
      ...['第1條|本法依憲法制定之', '第2條|', '第3條|本法施行'],
    ]);
  });
});

describe('numbers that count or cite', () => {
  test.each([
    [['一、二级公路应当封闭。', '三、四级公路可以开放。']],
    [['（一）至（三）项所列人员除外。', '（四）、（五）项所列人员适用。']],
    [['2、20-1、20-2 條條文；施行日期定之。', '3、5 條條文修正。', '4、6 條條文修正。']],
    [['5%的增长不低。', '10%更好。']],
    [['一是一，二是二。', '第一产业稳定。', '第二产业增长。']],
    [['第一，要看到成绩。', '成绩很大。']],
    [['2023年很好。', '2024年更好。', '2025年最好。']],
    [['A股上涨。', 'B股下跌。']],
  ])('%j', (lines) => {
    expect(shape(...lines)).toEqual([]);
  });

  test('in a list they are words', () => {
    expect(titles('三类船舶：', '一、甲等。', '二、乙等。', '三、三等舱。', '四、二等舱。')).toEqual([
      ...['一|甲等', '二|乙等', '三|三等舱', '四|二等舱'],
    ]);
    expect(titles('1. 5%增长', '2. 6%就业')).toEqual(['1|5%增长', '2|6%就业']);
    expect(titles('问题：', '一是一些项目进展慢。', '二是二十项任务未完成。')).toEqual([
      ...['一是|一些项目进展慢', '二是|二十项任务未完成'],
    ]);
  });
});

describe('more kinds', () => {
  test.each([
    [
      ['壹、前言', '一、背景', '二、經過', '貳、成果', '參、結語'],
      ['1 壹', '2 一', '2 二', '1 貳', '1 參'],
    ],
    [
      ['I. 引言', '1. 甲。', '2. 乙。', 'II. 國安', '3. 丙。'],
      ['1 I', '2 1', '2 2', '1 II', '2 3'],
    ],
    [
      ['Ⅰ．甲', 'Ⅱ．乙'],
      ['1 I', '1 II'],
    ],
    [
      ['1. 甲。', 'A. 子。', 'B. 丑。', '2. 乙。'],
      ['1 1', '2 A', '2 B', '1 2'],
    ],
    [['有下列情形：（一）甲的；（二）乙的；（三）丙的。'], ['1 （一）', '1 （二）', '1 （三）']],
    [['第一〇一条 甲。', '第一百零二条 乙。'], []],
  ])('%j', (lines, expected) => {
    expect(shape(...lines)).toEqual(expected);
  });

  test('their numbers', () => {
    expect(['一〇三', '一一二', '二〇二三'].map(parseNumber)).toEqual([103, 112, 2023]);
    expect(['IV', 'Ⅻ', 'XIX', 'MM', ''].map(parseRoman)).toEqual([4, 12, 19, undefined, undefined]);
  });
});

describe('tables of contents', () => {
  const body = ['前言', '话。', '一、过去', '成绩。', '二、今年', '任务。', '结束语', '完。'];

  test('hold unnumbered entries too', () => {
    expect(shape('白皮书', '目录', '前言', '一、过去', '二、今年', '结束语', ...body)).toEqual([
      '1 ',
      '2 一',
      '2 二',
    ]);
  });

  test('are no lists that stand twice in the text', () => {
    const list = ['一、名称。', '二、编号。', '三、日期。'];
    expect(shape('第一条 应当登记：', ...list, '第二条 应当标示：', ...list, '第三条 施行。')).toHaveLength(
      9,
    );
  });
});

test('every point and paragraph has a label of its own, and a list that begins anew is numbered', () => {
  const { text, blocks } = read([
    ...[
      '第一条 前款所称：',
      '（一）甲；',
      '（二）乙。',
      '有下列情形的除外：',
      '（一）丙；',
      '（二）丁；',
      '（三）戊。',
    ],
    '第二条 本办法施行。',
  ]);
  const outline = outlineOf({ text, blocks });
  const labels = blocks.map(({ start }) => labelAt(outline, blocks, start));
  expect(labels).toEqual([
    ...['第一条 ¶1', '第一条（一） ¶1', '第一条（二） ¶1', '第一条（二） ¶2'],
    ...['第一条（一）[2] ¶1', '第一条（二）[2] ¶1', '第一条（三）[2] ¶1', '第二条 ¶1'],
  ]);
  expect(new Set(labels).size).toBe(labels.length);
});
