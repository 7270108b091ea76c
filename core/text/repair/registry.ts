import { byteShift } from './byte-shift.ts';
import { escapedQuote } from './escaped-quote.ts';
import { halfWidthPunctuation } from './half-width-punctuation.ts';
import { pageFurniture } from './page-furniture.ts';
import { pinyinBrackets } from './pinyin-brackets.ts';
import type { RepairRule } from './rule.ts';

/**
 * Raised whenever a rule comes, goes or finds other edits, or their order changes. Outline, labels and index of a report
 * are made with the rule set that is stored with it (DESIGN 9.11).
 */
export const RULE_SET_VERSION = 2;

/**
 * All rules in the order they run, each on what the earlier ones leave: marks of lost bytes first, on the untouched
 * characters; readings before furniture, whose labels they cut (責(zé)編); punctuation last, on what is left to read.
 */
export const REPAIR_RULES: readonly RepairRule[] = [
  byteShift,
  pinyinBrackets,
  escapedQuote,
  pageFurniture,
  halfWidthPunctuation,
];
