import { describe, expect, test } from 'vitest';
import { applyEdits } from '../apply-edits.ts';
import { planEdits } from './pipeline.ts';
import { pageFurniture } from './page-furniture.ts';

const find = (text: string) => pageFurniture.find(text, { format: 'txt', isTraditionalForm: () => false });
const read = (text: string): string =>
  applyEdits(text, planEdits(text, 'txt', { isTraditionalForm: () => false }).edits).text;

const PARAGRAPH =
  '青岭市教育局要求，八月底以前各县区把校舍检查一遍。发现危房立即停用，并且报告市政府；各学校要建立台账，明确责任人员，做到一校一册。' +
  '对工作不力、造成事故的单位和个人，依法追究责任，决不姑息迁就。有关先进典型要及时总结推广，形成比学赶超的氛围，让好做法在全市开花结果。';
const CANNOT_BEGIN = /[，。、；：”）]/u;

/** Pages of so many lines of a width, with what `foot` and `head` put between them. */
function pages(width: number, foot: (page: number) => string, head = (_page: number): string => ''): string {
  const lines = Array.from({ length: 4 }, () => PARAGRAPH).flatMap((paragraph) => {
    const own: string[] = [''];
    for (const char of paragraph) {
      if ((own.at(-1)?.length ?? 0) >= width && !CANNOT_BEGIN.test(char)) own.push('');
      own.push(`${own.pop() ?? ''}${char}`);
    }
    return ['', ...own];
  });
  const text: string[] = [];
  for (let from = 0, page = 1; from < lines.length; from += 8, page += 1) {
    if (page > 1) text.push(head(page));
    text.push(...lines.slice(from, from + 8), foot(page));
  }
  return text.filter((line) => line !== '\0').join('\n');
}

describe('between the pages of wrapped text', () => {
  const title = '青岭市教育工作报告';
  const nothing = (): string => '\0';

  test.each<readonly [string, string]>([
    [
      'a number and a running head',
      pages(
        23,
        (page) => `— ${page} —`,
        () => title,
      ),
    ],
    [
      'a bare number and a head behind it',
      pages(
        23,
        (page) => `${page}`,
        () => title,
      ),
    ],
    [
      'heads of even and odd pages with their numbers',
      pages(23, (page) => (page % 2 === 1 ? `${title}    ${page}` : `${page}    ${title}`)),
    ],
    ['a form feed and a head', pages(23, nothing, () => `\f${title}`)],
    ['a form feed alone', pages(23, nothing, () => '\f')],
    [
      'a number, empty lines and a form feed',
      pages(
        23,
        (page) => `\n        ${page}\n`,
        () => '\f',
      ),
    ],
    [
      'what a browser prints',
      pages(
        23,
        (page) => `https://www.example.cn/art/2019/art_1.html   ${page}/5`,
        () => `2019/3/5 10:22   ${title}`,
      ),
    ],
    ['a foot over the number', pages(23, (page) => `青岭市公报　2019年第3期\n第 ${page} 页 共 5 页`)],
  ])('%s goes, and the paragraphs come together', (_name, text) => {
    expect(read(text).split('\n')).toEqual([PARAGRAPH, PARAGRAPH, PARAGRAPH, PARAGRAPH]);
  });

  test('a page number inside a paragraph on one line', () => {
    const [first, second] = [PARAGRAPH.slice(0, 70), PARAGRAPH.slice(70)];
    expect(read(`${first}\n— 3 —\n${second}\n${first}\n— 4 —\n${second}\n`)).toBe(
      `${PARAGRAPH}\n${PARAGRAPH}`,
    );
  });

  test('a number behind a heading goes without joining it', () => {
    const text = `一、总体要求\n— 1 —\n${PARAGRAPH}\n二、主要任务\n— 2 —\n${PARAGRAPH}`;
    expect(read(text)).toBe(`一、总体要求\n${PARAGRAPH}\n二、主要任务\n${PARAGRAPH}`);
  });
});

describe('what comes back in a text stays', () => {
  const verses = ['青岭云开万壑明', '长河一线绕孤城', '新渠引水翻红浪', '旧舍移花换绿棚'];
  test.each([
    [
      'a refrain',
      Array.from({ length: 4 }, () => [...verses, '啊，青岭，我的家乡'])
        .flat()
        .join('\n'),
    ],
    [
      'a heading of each part',
      Array.from({ length: 5 }, () => `主要成绩\n${PARAGRAPH}\n存在问题\n${PARAGRAPH}`).join('\n'),
    ],
    ['an address in the text', `${PARAGRAPH}\nhttps://www.example.cn/a.html\n${PARAGRAPH}`],
    [
      'numbers of notes on lines of their own',
      Array.from(
        { length: 5 },
        (_none, at) => `${PARAGRAPH.repeat(at + 1)}工作\n${at + 1}\n，仍然不够。`,
      ).join('\n'),
    ],
    [
      'numbers in brackets',
      Array.from({ length: 5 }, (_none, at) => `${PARAGRAPH}工作\n[\n${at + 1}\n]\n很好`).join('\n'),
    ],
    ['numbers of questions', Array.from({ length: 4 }, (_none, at) => `${at + 1}\n${PARAGRAPH}`).join('\n')],
    ['a table of figures', '指标    2018    2019\n粮食    312    318\n棉花    21    22\n油料    30    31'],
    [
      'years and their sums',
      '2016\n全年投资三亿元\n2017\n全年投资四亿元\n2018\n全年投资五亿元\n2019\n全年投资六亿元',
    ],
    ['contents', '第一章 规划背景    1\n第二章 总体要求    5\n第三章 主要任务    11'],
    ['rows that end in a rank', '青岭小学    1\n青岭小学    1\n青岭小学    2\n长河小学    3'],
  ])('%s', (_name, text) => {
    expect(find(text)).toEqual([]);
  });
});

test('a repair that is certain is not taken back by an offer over it', () => {
  const lines = [
    '发现危房立即停用，并且报告市政府；各学校要建',
    '立台账。要明确责任人员，做到一校一册，对工作',
    '不力、造成事故的单位和个人，依法追究其责任。',
  ];
  const text = [...lines, '— 1 —', ...lines, '— 2 —', ...lines].join('\n');
  expect(read(text)).not.toContain('—');
});
