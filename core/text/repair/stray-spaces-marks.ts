import type { Edit } from '../edit.ts';
import { NUMBERS } from './stray-spaces-labels.ts';
import { editAt } from './rule.ts';

/** Spaces beside marks: before one they are never right; behind one a page may set them throughout by mistake. */
const BEFORE_MARK = /(?<=[\p{Script=Han}”’」』》）%％])[ \u00a0]+(?=[，。；：、！？])/gu;
const BEHIND_MARK = /(?<=[，；：、。！？])[ \u00a0]+(?=[\p{Script=Han}“‘「『《])/gu;
const CLAUSE_MARK = /[，；：、](?=[ \u00a0]*\p{Script=Han})/gu;
const CERTAIN = 0.9;
const LEAST_BEFORE = 3;
const LEAST_BEHIND = 8;
const LEAST_BEHIND_SHARE = 0.5;

/** 一、 at the head of a line, whose space is right. */
const LABELLED = new RegExp(String.raw`(?:^|[\n\u3000。；])\s*(?:[${NUMBERS}]+|\d+)、$`, 'u');

/** The edits of `rule` that take such spaces out, in order. */
export function spacesBesideMarks(text: string, rule: string): readonly Edit[] {
  const before = [...text.matchAll(BEFORE_MARK)];
  const behind = [...text.matchAll(BEHIND_MARK)];
  const clauses = text.match(CLAUSE_MARK)?.length ?? 0;
  const ofClauses = behind.filter(({ index }) => !/[。！？]/u.test(text[index - 1] ?? '')).length;
  const isHabit = ofClauses >= Math.max(LEAST_BEHIND, LEAST_BEHIND_SHARE * clauses);
  const stray = [...(before.length >= LEAST_BEFORE ? before : []), ...(isHabit ? behind : [])];
  return stray
    .filter(({ index }) => !LABELLED.test(text.slice(Math.max(0, index - 8), index)))
    .map(({ 0: space, index }) => {
      const range = { start: index, end: index + space.length };
      return editAt(text, range, { after: '', rule, confidence: CERTAIN, applied: true });
    });
}
