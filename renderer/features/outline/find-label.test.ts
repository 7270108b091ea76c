import { describe, expect, test } from 'vitest';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { labelAt } from '#core/text/outline/labels.ts';
import { reportOutline } from '#renderer/state/report/report-outline.ts';
import { findLabel, pointsOfLabel } from './find-label.ts';

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
  '（二）小学教育',
  '新建小学三所。',
  '二、今年的任务',
  '要做好三件事：一是修路。二是架桥，通到村口。三是办学。',
].join('\n');

const LAW = [
  '第一章 总则',
  '第一条 为了办学。',
  '第二条 本法适用。',
  '第二章 学校',
  '第三条 学校应当。',
].join('\n');

function found(text: string, typed: string): string | null {
  const place = findLabel(reportOutline(fakeReport({ reportId: 'r' }, text)), typed);
  return place === null ? null : `${place.label}|${text.slice(place.start, place.start + 4)}`;
}

describe('a typed label', () => {
  test.each([
    ['一（一）2', '一（一）2|2.民办'],
    ['一(一)2', '一（一）2|2.民办'],
    ['1.1.2', '一（一）2|2.民办'],
    [' 一 （二） ', '一（二）|（二）小'],
    ['二', '二|二、今年'],
    ['二 三是', '二 三是 ¶1|三是办学'],
    ['一（一）2 ¶2', '一（一）2 ¶2|收费有了'],
    ['¶1', '¶1|各位代表'],
  ])('%s names its place', (typed, place) => {
    expect(found(REPORT, typed)).toBe(place);
  });

  test.each(['三', '一（三）', '一（一）2 ¶9', '教育', '一年', '（', ''])('%s names none', (typed) => {
    expect(found(REPORT, typed)).toBeNull();
  });

  test('may leave out what stands above it, and be written in either script', () => {
    expect(found(LAW, '第三条')).toContain('第三条');
    expect(found(LAW, '第3條')).toContain('第三条');
    expect(found(LAW, '第二章')).toContain('第二章');
  });

  test('of a list that begins anew, of circled and other numbers, and of the title', () => {
    const text = [
      ...[
        '某某办法',
        '第一条 所称：',
        '（一）甲；',
        '（二）乙。',
        '除外：',
        '（一）丙；',
        '（二）丁。',
        '第二条 施行。',
      ],
      ...['壹、前言', '1. 子。', 'A. 寅。', 'B. 卯。', '2. 丑，包括：①春。②秋。', '貳、結語', '完。'],
    ].join('\n');
    expect(found(text, '第一条（二）')).toContain('|（二）乙');
    expect(found(text, '第1條(二)[2] ¶1')).toBe('第一条（二）[2] ¶1|（二）丁');
    expect(found(text, '第一条（二）[3]')).toBeNull();
    expect(found(text, '壹2②')).toContain('|②秋。');
    expect(found(text, '壹1B')).toContain('|B. 卯');
    expect(found(text, '§0')).toBe('§0|某某办法');
  });
});

describe('the points that a label names or begins', () => {
  function labels(text: string, typed: string): readonly string[] {
    return [...pointsOfLabel(reportOutline(fakeReport({ reportId: 'r' }, text)), typed)].map(
      ({ label, title }) => label || title,
    );
  }

  test.each([
    ['一', ['一', '（一）', '1', '2', '（二）']],
    ['一（', ['一', '（一）', '1', '2', '（二）']],
    ['一（一）', ['（一）', '1', '2']],
    ['1.1.', ['（一）', '1', '2']],
    ['一（一）2', ['2']],
    ['一（一）2 ¶', ['2']],
    ['一（一）2 ¶9', ['2']],
    ['一（一）[', ['（一）', '1', '2']],
    ['2 1', []],
    ['¶', ['某市教育工作报告']],
    ['§0', ['某市教育工作报告']],
    ['二 三是', ['三是']],
    ['（', []],
    ['教育', []],
    ['一 教育', []],
    ['', []],
  ])('%s', (typed, expected) => {
    expect(labels(REPORT, typed)).toEqual(expected);
  });

  test('are all of them for a paragraph before the first, where no title stands over it', () => {
    expect(labels('各位代表，同志们：\n现在报告。\n一、成绩\n很好。\n二、任务\n修路。', '¶1')).toEqual([
      '一',
      '二',
    ]);
  });

  test('may be named without what stands above it', () => {
    expect(labels(LAW, '第三条')).toEqual(['第三条']);
    expect(labels(LAW, '第一章第')).toEqual(['第一章', '第一条', '第二条']);
    expect(labels(LAW, '第二章')).toEqual(['第二章', '第三条']);
  });
});

test('every label of a report leads back to its place', () => {
  const outline = reportOutline(fakeReport({ reportId: 'r' }, REPORT));
  const { reading, entries } = outline;
  const starts = [...reading.blocks, ...entries].map(({ start }) => start);
  for (const start of starts) {
    const label = labelAt(entries, reading.blocks, start);
    expect(findLabel(outline, label), label).toMatchObject({ start });
    expect([...pointsOfLabel(outline, label)], label).not.toEqual([]);
  }
});
