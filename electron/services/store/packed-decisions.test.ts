import { expect, test } from 'vitest';
import { packDecisions, unpackDecisions } from './packed-decisions.ts';
import type { DecisionState, StoredDecision } from './repair-decisions.ts';

const one = (start: number, end: number, rule: string, change: Partial<StoredDecision> = {}) => {
  return { start, end, rule, applied: false, after: null, time: 7, ...change };
};
const state: DecisionState = {
  version: 3,
  decisions: [
    one(0, 4, 'a'),
    one(4, 4, 'b', { applied: true }),
    one(4, 9, 'a', { time: 8 }),
    one(12, 14, 'user', { applied: true, after: '\ud800改' }),
    one(20, 21, 'a'),
    one(20, 21, 'b', { applied: true }),
  ],
};

test('decisions come back from their packed form as they were, in order', () => {
  expect(unpackDecisions(JSON.parse(JSON.stringify(packDecisions(state))))).toEqual(state);
  const none = { version: 1, decisions: [] };
  expect(unpackDecisions(packDecisions(none))).toEqual(none);
});

test('rows that were written before there was this form are read, in whatever order they are', () => {
  expect(unpackDecisions({ version: 3, decisions: state.decisions.toReversed() })).toEqual(state);
});

test('a switch of a whole rule is a few bytes a decision', () => {
  const decisions = Array.from({ length: 1000 }, (_, at) =>
    one(at * 3, at * 3 + 1, 'half-width-punctuation'),
  );
  expect(JSON.stringify(packDecisions({ version: 1, decisions })).length).toBeLessThan(5000);
});
