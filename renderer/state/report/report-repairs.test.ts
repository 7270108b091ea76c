import { expect, test } from 'vitest';
import type { ReportContent } from '#core/ipc/payloads.ts';
import type { Edit } from '#core/text/edit.ts';
import { fakeReport } from '#renderer/platform/fake-reports.ts';
import { resetAll, switchOne, switchRule } from './repair-switches.ts';
import { appliedCount, hasDecisions, repairsOf, repairsWithin } from './report-repairs.ts';

const SOURCE = '甲乙丙丁戊己庚辛';

function edit(start: number, rule: string, more: Partial<Edit> = {}): Edit {
  const before = SOURCE.slice(start, start + 1);
  return { start, end: start + 1, before, after: '', rule, confidence: 1, applied: true, ...more };
}

function content(edits: readonly Edit[], shownEdits: readonly Edit[] | null = null): ReportContent {
  const shown = shownEdits === null ? null : [...shownEdits];
  return { ...fakeReport({ reportId: 'rone' }, SOURCE), edits: [...edits], shownEdits: shown };
}

test('layout and marks are no repairs; a merged edit stands under its first repair', () => {
  const repairs = repairsOf(content([edit(0, 'layout'), edit(1, 'markup+layout'), edit(2, 'layout+a+b')]));
  expect(repairs.map(({ rule, edit: { start } }) => [rule, start])).toEqual([['a', 2]]);
});

test('a proposal asks until it is decided, either way', () => {
  const proposal = edit(1, 'a', { applied: false });
  const asks = (shown: Edit | null): boolean | undefined =>
    repairsOf(content([proposal], shown && [shown]))[0]?.asks;
  expect(asks(null)).toBe(true);
  expect(asks(edit(1, 'a', { applied: false, decided: true }))).toBe(false);
  expect(asks(edit(1, 'a', { decided: true }))).toBe(false);
});

test('a repair that is switched off stays in the list where layout took its place', () => {
  const before = [edit(1, 'a+layout'), edit(3, 'a')];
  const repairs = repairsOf(content(before, [edit(1, 'layout'), edit(3, 'a')]));
  expect(repairs.map(({ edit: { start, applied } }) => [start, applied])).toEqual([
    [1, false],
    [3, true],
  ]);
});

test('what a correction of the user took the place of is not listed', () => {
  const user = edit(1, 'user', { end: 4, before: SOURCE.slice(1, 4), after: '新' });
  const repairs = repairsOf(content([edit(2, 'a'), edit(5, 'a')], [user, edit(5, 'a')]));
  expect(repairs.map(({ rule }) => rule)).toEqual(['user', 'a']);
  expect(switchRule(repairs, false).map(({ repair }) => repair.rule)).toEqual(['a']);
  expect(hasDecisions(repairs)).toBe(false);
});

test('off and on again is what the rule does by itself, and leaves proposals alone', () => {
  const repairs = repairsOf(content([edit(0, 'a'), edit(1, 'a'), edit(2, 'a', { applied: false })]));
  expect(switchRule(repairs, false).map(({ applied }) => applied)).toEqual([false, false]);
  const off = repairs.map((repair) => ({ ...repair, edit: { ...repair.edit, applied: false } }));
  expect(switchRule(off, true).map(({ repair, applied }) => [repair.edit.start, applied])).toEqual([
    [0, null],
    [1, null],
  ]);
  const [proposal] = repairsOf(content([edit(2, 'a', { applied: false })]));
  if (proposal === undefined) throw new Error('the proposal is not listed');
  expect(switchOne(proposal, true).applied).toBe(true);
  expect(switchOne(proposal, false).applied).toBe(false);
  expect(switchRule([proposal], true).map(({ applied }) => applied)).toEqual([true]);
});

test('the reset takes back what was decided and nothing else', () => {
  const shown = [edit(0, 'a', { applied: false, decided: true }), edit(1, 'a'), edit(2, 'user')];
  const repairs = repairsOf(content([edit(0, 'a'), edit(1, 'a')], shown));
  expect(hasDecisions(repairs)).toBe(true);
  expect(appliedCount(repairs)).toBe(2);
  expect(resetAll(repairs).map(({ repair, applied }) => [repair.edit.start, applied])).toEqual([[0, null]]);
});

test('the repairs of a range are those that touch it', () => {
  const repairs = repairsOf(content([edit(0, 'a'), edit(2, 'a'), edit(5, 'a')]));
  const starts = (start: number, end: number): readonly number[] =>
    repairsWithin(repairs, { start, end }).map((repair) => repair.edit.start);
  expect(starts(2, 4)).toEqual([2]);
  expect(starts(0, 8)).toEqual([0, 2, 5]);
  expect(starts(7, 8)).toEqual([]);
});
