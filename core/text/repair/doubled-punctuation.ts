/*
 * Doubled punctuation: 发展,,提高 and ，， and 、， between Chinese characters.
 *
 * Evidence: pages with readings in brackets show `,,` `,。` `,；`. Marks that authors double are left: …… —— ！！ ？？ and
 * 。。。 Two different marks become the stronger one. Between numbers a comma may stand for an empty field.
 */
import type { Edit } from '../edit.ts';
import { replaceMatches } from './replace-matches.ts';
import type { RepairRule } from './rule.ts';

const ID = 'doubled-punctuation';
const CERTAIN = 0.9;
const PLACE =
  /(?<=[\p{Script=Han}”』」》）)])(?:([,，、；;：])\1|[,，]([。；]))(?![,，、。；;：.])(?=[\p{Script=Han}“『「《（(\s]|$)/gmu;

function find(text: string): readonly Edit[] {
  const judgement = { rule: ID, confidence: CERTAIN, applied: true };
  return replaceMatches(text, PLACE, judgement, ([, same, stronger]) => same ?? stronger);
}

/** Leaves one mark of two; see the evidence above. */
export const doubledPunctuation: RepairRule = { id: ID, find };
