import { cutsWord } from './cut-words.ts';

/** Words that no line of a list ends with, and none begins with. */
const ENDS_WITHIN = /(?:[的之和与與或把将將及]|以及|及其)$/u;
const BEGINS_WITHIN = /^[之的等及與与和]/u;
/** A mark that closes or parts never begins a line. */
const MARK_FIRST = /^[，。、；：！？）」』”’》]/u;

/**
 * Whether a text that ends with `end` surely goes on with `head`: a word or number is cut, or what stands on either side
 * cannot end or begin. Both without white space at the break.
 */
export function goesOn(end: string, head: string): boolean {
  if (MARK_FIRST.test(head) || ENDS_WITHIN.test(end) || BEGINS_WITHIN.test(head)) return true;
  if (/[a-z],?$/u.test(end) && /^[a-z]/u.test(head)) return true;
  if (/\d$/u.test(end) && /^[\d.%％年月日万萬亿億]/u.test(head)) return true;
  return cutsWord(end, head);
}

/** Whether a line can only be the rest of the one before it. */
export function cannotBegin(head: string): boolean {
  return MARK_FIRST.test(head);
}
