import { describe, expect, test } from 'vitest';
import { applyEdits } from '../apply-edits.ts';
import { byteShift } from './byte-shift.ts';
import { escapedQuote } from './escaped-quote.ts';
import { halfWidthPunctuation } from './half-width-punctuation.ts';
import type { RepairRule, RuleContext } from './rule.ts';

const context: RuleContext = { format: 'txt', isTraditionalForm: () => false };
const run = (rule: RepairRule, text: string): string => applyEdits(text, rule.find(text, context)).text;

describe('half-width punctuation', () => {
  test.each([
    ['教育为先,人才为本;科技为要:三者一体!', '教育为先，人才为本；科技为要：三者一体！'],
    ['他说:“好”,就走了?', '他说：“好”，就走了？'],
    ['各县(市)都要办(含民办),不得推诿', '各县（市）都要办（含民办），不得推诿'],
    ['增长30%,快于去年', '增长30%，快于去年'],
    ['共有学校,2022年又增加', '共有学校，2022年又增加'],
    ['（试行)的办法', '（试行）的办法'],
  ])('%s', (damaged, sound) => {
    expect(run(halfWidthPunctuation, damaged)).toBe(sound);
  });

  test.each([
    '共1,234人，比分3:2，时间09:52',
    '见 https://example.org/a,b?教育,科技 一页',
    'Reading, writing (and sums): fine!',
    '世界贸易组织(wto)、表(b)、f(教育)',
    '写信到 office@example.org,谢谢',
    'STEM, 教育',
  ])('%s stays', (text) => {
    expect(run(halfWidthPunctuation, text)).toBe(text);
  });

  test('a question mark on a page that lost bytes is only proposed', () => {
    const edits = halfWidthPunctuation.find('高?；鎶狱h建，好?', context);
    expect(edits.map(({ before, applied }) => [before, applied])).toEqual([['?', false]]);
  });
});

describe('escaped quotes', () => {
  test.each([
    ['实行“双减\\"政策，“五育\\"并举', '实行“双减”政策，“五育”并举'],
    ['说\\"好\\"的人', '说“好”的人'],
    ['说\\"好”的人', '说“好”的人'],
  ])('%s', (damaged, sound) => {
    expect(run(escapedQuote, damaged)).toBe(sound);
  });

  test('one that closes nothing is proposed, and pairs end with their paragraph', () => {
    const edits = escapedQuote.find('“没有结束\n好\\"的', context);
    expect(edits.map(({ after, applied }) => [after, applied])).toEqual([['“', false]]);
  });

  test('Markdown and Latin text keep their escapes', () => {
    expect(escapedQuote.find('说\\"好\\"的人', { ...context, format: 'md' })).toEqual([]);
    expect(escapedQuote.find('say \\"hi\\"', context)).toEqual([]);
  });
});

describe('byte shift', () => {
  const marks = (text: string): readonly string[] =>
    byteShift.find(text, context).map(({ before }) => before);

  test('marks the places and changes nothing', () => {
    expect(marks('发展?fàn)顩r好')).toEqual(['?fàn)顩r']);
    expect(marks('高?；鎶狱h建')).toEqual(['?；鎶狱h']);
    expect(
      byteShift
        .find('高?；鎶狱h建', context)
        .every(({ applied, confidence }) => !applied && confidence < 0.5),
    ).toBe(true);
  });

  test('sound question marks are none', () => {
    expect(marks('好吗? 好！真的?!他问:谁?（众人）不答? “我”')).toEqual([]);
  });

  test.each([
    '你说呢?！大家笑了。',
    '（是否同意?）',
    '“为什么?，”他问',
    '什么是GDP?abc)',
    '对吗?！',
    '好?：一是快',
  ])('%s is sound', (text) => {
    expect(marks(text)).toEqual([]);
  });

  test.each(['對違反法律，?：ι鐣怖妗', '達33.4%?！叭M文章', '集群。?？谏镝t藥', '“踐行”?！逗Ｄ献杂'])(
    '%s is marked whatever stands before',
    (text) => {
      expect(marks(text)).not.toEqual([]);
    },
  );

  test('?! counts on a page full of readings', () => {
    const page = '學(xué)業(yè)導(dǎo)設(shè)國(guó)務(wù)發(fā)會(huì)';
    expect(marks(`${page}學(xué)?!按蟀囝~”`)).toEqual(['?!按蟀囝~']);
  });
});
