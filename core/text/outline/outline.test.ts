import { describe, expect, test } from 'vitest';
import { buildReading } from '../reading.ts';
import { parseNumber } from './han-number.ts';
import { labelAt, sectionAt } from './labels.ts';
import { outlineOf } from './outline.ts';

const read = (lines: readonly string[]) => buildReading(lines.join('\n'), 'txt', []);
const shape = (lines: readonly string[]): readonly string[] =>
  outlineOf(read(lines)).map(({ level, label, title }) => `${level} ${label}|${title}`);

const REPORT = [
  '某市教育工作报告',
  '各位代表：',
  '一、过去一年的工作',
  '过去一年成绩很好。',
  '（一）学前教育',
  '新建幼儿园十所。',
  '1.公办园',
  '公办园占六成。',
  '2.民办园',
  '民办园占四成。',
  '收费有了规矩。',
  '二、今年的任务',
  '要做好三件事：一是修路。二是架桥，通到村口。三是办学。',
  '请审议。',
];

describe('outlineOf', () => {
  test('finds headings and numbered points with their depth', () => {
    expect(shape(REPORT)).toEqual([
      '1 |某市教育工作报告',
      '2 一|过去一年的工作',
      '3 （一）|学前教育',
      '4 1|公办园',
      '4 2|民办园',
      '2 二|今年的任务',
      '3 一是|修路',
      '3 二是|架桥，通到村口',
      '3 三是|办学',
    ]);
  });

  test('sections reach to the next place of their level, points inside a paragraph to its end', () => {
    const { text, blocks } = read(REPORT);
    const outline = outlineOf({ text, blocks });
    const slices = outline.map(({ start, end }) => text.slice(start, end).trim());
    expect(slices[1]).toBe(REPORT.slice(2, 11).join('\n'));
    expect(slices[4]).toBe(REPORT.slice(8, 11).join('\n'));
    expect(slices[7]).toBe('二是架桥，通到村口。');
    expect(slices[8]).toBe('三是办学。');
  });

  test('a lone 一是 and a run that does not begin at one are no points', () => {
    expect(shape(['他说得对，一是如此，没有别的。'])).toEqual([]);
    expect(shape(['二是后话了。', '三、这不是标题，因为前面没有。'])).toEqual([]);
    expect(shape(['我们的看法一是一，二是二，从来如此。'])).toEqual([]);
  });

  test('第一 and 第二 hold points of their own, which begin anew', () => {
    expect(shape(['第一，修路。一是快。二是好。', '第二，架桥。一是稳。二是省。'])).toEqual([
      '1 第一|修路',
      '2 一是|快',
      '2 二是|好',
      '1 第二|架桥',
      '2 一是|稳',
      '2 二是|省',
    ]);
  });

  test('articles count on through chapters, and 一、 inside an article is a list', () => {
    const law = [
      '第一章 总则',
      '第一条 为了办学，制定本条例。',
      '第 二 章 职责',
      '第二条 职责如下：',
      '一、建校。',
      '二、聘师。',
      '第三条 完。',
    ];
    expect(shape(law)).toEqual([
      '1 第一章|总则',
      '2 第一条|为了办学，制定本条例',
      '1 第二章|职责',
      '2 第二条|职责如下',
      '3 一|建校',
      '3 二|聘师',
      '2 第三条|完',
    ]);
  });

  test('an article that is cited at the start of a line is no article', () => {
    expect(shape(['第一条、第二条的规定适用。', '第一条规定的人员除外。'])).toEqual([]);
  });

  test('an empty text has no outline', () => {
    expect(outlineOf({ text: '', blocks: [] })).toEqual([]);
  });
});

describe('labelAt and sectionAt', () => {
  const { text, blocks } = read(REPORT);
  const outline = outlineOf({ text, blocks });
  const at = (words: string): string => labelAt(outline, blocks, text.indexOf(words));

  test('names a place by the numbers above it and its paragraph', () => {
    expect(at('各位代表')).toBe('¶1');
    expect(at('过去一年成绩')).toBe('一 ¶1');
    expect(at('新建幼儿园')).toBe('一（一） ¶1');
    expect(at('收费有了')).toBe('一（一）2 ¶2');
    expect(at('架桥')).toBe('二 二是 ¶1');
    expect(at('请审议')).toBe('二 ¶2');
  });

  test('headings have no paragraph, and the title is §0', () => {
    expect(at('学前教育')).toBe('一（一）');
    expect(at('某市')).toBe('§0');
  });

  test('without an outline only paragraphs count', () => {
    const plain = read(['天气很好，我们出门去了。', '后来下雨了。']);
    const none = outlineOf(plain);
    expect(labelAt(none, plain.blocks, plain.text.length)).toBe('¶2');
    expect(labelAt([], [], 0)).toBe('');
  });

  test('counts headings without numbers', () => {
    const headings: { kind: 'heading' | 'paragraph'; level: number; line: string }[] = [
      { kind: 'heading', level: 1, line: '报告' },
      { kind: 'heading', level: 2, line: '背景' },
      { kind: 'paragraph', level: 0, line: '话。' },
      { kind: 'heading', level: 2, line: '做法' },
      { kind: 'paragraph', level: 0, line: '又一句。' },
    ];
    let start = 0;
    const marked = headings.map(({ kind, level, line }) => {
      const block = { kind, level, start, end: start + line.length };
      start = block.end + 1;
      return block;
    });
    const words = headings.map(({ line }) => line).join('\n');
    const items = outlineOf({ text: words, blocks: marked });

    expect(labelAt(items, marked, words.indexOf('又一句'))).toBe('§2 ¶1');
    expect(labelAt(items, marked, words.indexOf('做法'))).toBe('§2');
  });

  test('the section is the innermost heading above', () => {
    expect(sectionAt(outline, text.indexOf('收费有了'))?.title).toBe('民办园');
    expect(sectionAt(outline, text.indexOf('架桥'))?.title).toBe('今年的任务');
    expect(sectionAt([], 3)).toBeUndefined();
  });
});

test('numbers are read in Han characters and digits', () => {
  expect(['三', '十', '十二', '二十', '一百零五', '一百二十三', '１２', '7', '⑩'].map(parseNumber)).toEqual([
    3, 10, 12, 20, 105, 123, 12, 7, 10,
  ]);
  expect([parseNumber(''), parseNumber('甲'), parseNumber('〇')]).toEqual([undefined, undefined, undefined]);
});
