/*
 * Bytes that do not decode are U+FFFD in the source (DESIGN 9.3). Where no rule has read them back, nobody can without the
 * original: they are marked, so that the reader sees that something is lost, and nothing is changed.
 */
import type { Edit } from '../edit.ts';
import { editAt } from './rule.ts';
import { touchesAny } from './sorted-ranges.ts';

export const UNDECODABLE_BYTES = 'undecodable-bytes';
const MARKED = 0.1;

/** A mark for each run of U+FFFD that no edit has to do with; `edits` are in order and without overlaps. */
export function markUndecodable(source: string, edits: readonly Edit[]): readonly Edit[] {
  return [...source.matchAll(/\uFFFD+/gu)].flatMap(({ 0: run, index }) => {
    const range = { start: index, end: index + run.length };
    const mark = { after: run, rule: UNDECODABLE_BYTES, confidence: MARKED, applied: false };
    return touchesAny(edits, range) ? [] : [editAt(source, range, mark)];
  });
}

/** Characters lost for good: U+FFFD of a source that its whole list of edits shows, marked or left by a repair. */
export function countUndecodable(edits: readonly Edit[]): number {
  const shown = edits.map(({ applied, before, after }) => (applied ? after : before));
  return shown.reduce((sum, text) => sum + (text.split('\uFFFD').length - 1), 0);
}
