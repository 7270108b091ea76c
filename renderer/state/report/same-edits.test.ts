import { expect, test } from 'vitest';
import type { Edit } from '#core/text/edit.ts';
import { sameEdits } from './same-edits.ts';

const EDIT: Edit = { start: 1, end: 2, before: ',', after: '，', rule: 'r', confidence: 1, applied: true };

test.each([
  ['a place', { start: 0, end: 1 }],
  ['its words', { after: '、' }],
  ['its rule', { rule: 's' }],
  ['whether it is applied', { applied: false }],
  ['whether it was decided', { decided: true as const }],
])('lists that differ in %s are not the same', (_what, change) => {
  expect(sameEdits([EDIT], [{ ...EDIT }])).toBe(true);
  expect(sameEdits([EDIT], [{ ...EDIT, ...change }])).toBe(false);
});

test('no list is the same as no list only', () => {
  expect(sameEdits(null, null)).toBe(true);
  expect(sameEdits(null, [])).toBe(false);
  expect(sameEdits([EDIT], [])).toBe(false);
});
