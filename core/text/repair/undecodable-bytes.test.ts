import { expect, test } from 'vitest';
import { applyEdits } from '../apply-edits.ts';
import { planEdits } from './pipeline.ts';
import { countUndecodable, markUndecodable, UNDECODABLE_BYTES } from './undecodable-bytes.ts';

const isTraditionalForm = () => false;

test('what could not be decoded is marked once a run and stays as it is', () => {
  const source = '各县教育局\uFFFD\uFFFD，各直属学校：\n一、总体要\uFFFD,落实责任。\n';
  const { edits } = planEdits(source, 'txt', { isTraditionalForm });
  const marks = edits.filter(({ rule }) => rule === UNDECODABLE_BYTES);
  expect(marks).toMatchObject([
    { start: 5, end: 7, before: '\uFFFD\uFFFD', after: '\uFFFD\uFFFD', applied: false },
    { start: 20, end: 21, before: '\uFFFD', after: '\uFFFD', applied: false },
  ]);
  expect(edits.some(({ applied, rule }) => applied && rule !== UNDECODABLE_BYTES)).toBe(true);
  for (const [index, { start }] of edits.entries()) {
    expect(start).toBeGreaterThanOrEqual(edits[index - 1]?.end ?? 0);
  }
  expect(applyEdits(source, edits).text).toContain('教育局\uFFFD\uFFFD，各直属学校：');
  expect(countUndecodable(edits)).toBe(3);
});

test('what another rule speaks of is not marked again', () => {
  const other = { start: 0, end: 3, before: 'a\uFFFDb', after: 'c', rule: 'x', confidence: 1, applied: true };
  expect(markUndecodable('a\uFFFDb\uFFFD', [other])).toMatchObject([{ start: 3, end: 4 }]);
  expect(markUndecodable('教育', [])).toEqual([]);
});
