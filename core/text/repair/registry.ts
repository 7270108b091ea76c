import { byteShift } from './byte-shift.ts';
import { compatibilityCharacters } from './compatibility-characters.ts';
import { doubledPunctuation } from './doubled-punctuation.ts';
import { escapedQuote } from './escaped-quote.ts';
import { halfWidthPunctuation } from './half-width-punctuation.ts';
import { hardLineBreaks } from './hard-line-breaks.ts';
import { htmlEntitiesAndTags } from './html-entities-and-tags.ts';
import { lostBreaks } from './lost-breaks.ts';
import { misreadEncoding } from './misread-encoding.ts';
import { pageFurniture } from './page-furniture.ts';
import { pinyinBrackets } from './pinyin-brackets.ts';
import type { RepairRule } from './rule.ts';
import { straySpaces } from './stray-spaces.ts';
import { undecodableLines } from './undecodable-lines.ts';
import { unicodeEscapes } from './unicode-escapes.ts';
import { zeroWidth } from './zero-width.ts';

/**
 * Raised whenever a rule comes, goes or finds other edits, or their order changes. Outline, labels and index of a report
 * are made with the rule set that is stored with it (DESIGN 9.11).
 */
export const RULE_SET_VERSION = 10;

/**
 * All rules in the order they run, each on what the earlier ones leave: bytes first, on the untouched characters; then what
 * stands for a character; readings before furniture, whose labels they cut (責(zé)編); punctuation on what is left to read;
 * lines last.
 */
export const REPAIR_RULES: readonly RepairRule[] = [
  undecodableLines,
  misreadEncoding,
  byteShift,
  htmlEntitiesAndTags,
  unicodeEscapes,
  zeroWidth,
  compatibilityCharacters,
  pinyinBrackets,
  escapedQuote,
  pageFurniture,
  doubledPunctuation,
  straySpaces,
  halfWidthPunctuation,
  hardLineBreaks,
  lostBreaks,
];
