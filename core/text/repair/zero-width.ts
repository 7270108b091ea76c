/*
 * Characters without width or ink inside the text: U+200B, U+FEFF, NUL and other control characters.
 *
 * Evidence: 10 of 72 national work reports hold U+200B, one U+200D; NUL stands in files from broken programs. Joiners are
 * left beside anything but Chinese, because other scripts and emoji need them.
 */
import type { Edit } from '../edit.ts';
import { replaceMatches } from './replace-matches.ts';
import type { RepairRule } from './rule.ts';

const ID = 'zero-width';
const CERTAIN = 0.99;

const INVISIBLE = String.raw`[\u200B\u2060-\u2064\u061C\u180E\uFEFF\u00AD\u0000-\u0008\u000E-\u001F\u007F\u200E\u200F\u202A-\u202E\u2066-\u2069]+`;
/** Numbers and ASCII signs are joined to nothing either. */
const CHINESE = String.raw`[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’…—\s!-@\[-_{-~]`;
const JOINER = String.raw`(?<=${CHINESE}|^)[\u200C\u200D]+(?=${CHINESE}|$)`;
/** All of them, at any place. */
const TRACE = new RegExp(`${INVISIBLE}|[\\u200C\\u200D]`, 'u');
const PLACE = new RegExp(`${INVISIBLE}|${JOINER}`, 'gmu');

function find(text: string): readonly Edit[] {
  const judgement = { rule: ID, confidence: CERTAIN, applied: true };
  return replaceMatches(text, PLACE, judgement, () => '');
}

/** Takes invisible characters out; see the evidence above. */
export const zeroWidth: RepairRule = { id: ID, trace: TRACE, find };
