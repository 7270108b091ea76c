import { describe, expect, test } from 'vitest';
import type { Edit } from '../edit.ts';
import { buildReading } from '../reading.ts';
import { planEdits } from './pipeline.ts';
import type { PlanOptions } from './pipeline.ts';
import { RULE_SET_VERSION } from './registry.ts';

const TRADITIONAL = new Set('學業導設務責編');
const options: PlanOptions = { isTraditionalForm: (char) => TRADITIONAL.has(char) };
const PAGE =
  '當前位置: 首頁\n> 新聞\n\n學(xué)校辦學(xué),事業(yè)就業(yè),導(dǎo)師引導(dǎo),設(shè)計建設(shè),任務(wù)服務(wù)。\r\n\r\n他說“好\\"。高?；鶎狱h建。\n(責(zé)編張三)\n';

const reading = (source: string, more: Partial<PlanOptions> = {}): string =>
  buildReading(source, 'txt', planEdits(source, 'txt', { ...options, ...more }).edits).text;
const SOUND = '學校辦學，事業就業，導師引導，設計建設，任務服務。\n他說“好”。高?；鶎狱h建。';

describe('planEdits', () => {
  test('runs all rules and the layout into one list', () => {
    expect(reading(PAGE)).toBe(SOUND);
    const { edits, ruleSetVersion } = planEdits(PAGE, 'txt', options);
    expect(ruleSetVersion).toBe(RULE_SET_VERSION);
    const rules = new Set(edits.flatMap(({ rule }) => rule.split('+')));
    expect([...rules].sort()).toEqual([
      'byte-shift',
      'escaped-quote',
      'half-width-punctuation',
      'layout',
      'page-furniture',
      'pinyin-brackets',
    ]);
  });

  test('marks stay in the list and change nothing', () => {
    const mark = planEdits(PAGE, 'txt', options).edits.find(({ rule }) => rule === 'byte-shift');
    expect(mark).toMatchObject({ before: '?；鶎狱h', after: '?；鶎狱h', applied: false });
  });

  test('a decision switches an edit off and on, and finds it again', () => {
    const { edits } = planEdits(PAGE, 'txt', options);
    const edit = edits.find(({ rule }) => rule === 'escaped-quote');
    const off = { start: edit?.start ?? 0, end: edit?.end ?? 0, rule: 'escaped-quote', applied: false };
    expect(reading(PAGE, { decisions: [off] })).toBe(SOUND.replace('“好”', '“好\\"'));
    expect(reading(PAGE, { decisions: [{ ...off, applied: true }] })).toBe(SOUND);
    expect(reading(PAGE, { decisions: [{ ...off, start: off.start + 1 }] })).toBe(SOUND);
  });

  test('furniture that is switched off is read again', () => {
    const trail = planEdits(PAGE, 'txt', options).edits.find(({ before }) => before.startsWith('當前位置'));
    const off = { start: 0, end: trail?.end ?? 0, rule: 'page-furniture', applied: false };
    expect(reading(PAGE, { decisions: [off] })).toBe(`當前位置: 首頁\n${SOUND}`);
  });

  test('the user’s correction stands as given and supersedes what it covers', () => {
    const before = '?；鶎狱h建';
    const start = PAGE.indexOf(before);
    const user: Edit = {
      start,
      end: start + before.length,
      before,
      after: '校基層黨建',
      rule: 'user',
      confidence: 1,
      applied: true,
    };
    const plan = planEdits(PAGE, 'txt', { ...options, userEdits: [user] });
    expect(plan.edits.filter(({ rule }) => rule === 'user')).toEqual([user]);
    expect(plan.edits.some(({ rule }) => rule === 'byte-shift')).toBe(false);
    expect(reading(PAGE, { userEdits: [user] })).toBe(SOUND.replace(before, '校基層黨建'));
  });

  test('a removal that reaches out of a correction is cut at its border', () => {
    const credit = '(責(zé)編張三)';
    const start = PAGE.indexOf(credit);
    const user: Edit = {
      start: start + 1,
      end: start + 2,
      before: '責',
      after: '文',
      rule: 'user',
      confidence: 1,
      applied: true,
    };
    expect(reading(PAGE, { userEdits: [user] })).toBe(`${SOUND}\n文`);
  });

  test('syntax of Markdown is no text', () => {
    const source =
      '---\nplace: 甲,乙\n---\n\n# 标题,好\n\n<!-- 注,释 -->\n\n见[页,面](甲,乙.md)和`码,字`,完。\n\n```\n代,码\n```\n';
    const { edits } = planEdits(source, 'md', options);
    const changed = edits
      .filter(({ rule }) => rule === 'half-width-punctuation')
      .map(({ start }) => source.slice(start - 1, start + 2));
    expect(changed).toEqual(['题,好', '页,面']);
  });

  test('an empty text has no edits', () => {
    expect(planEdits('', 'txt', options).edits).toEqual([]);
  });
});
