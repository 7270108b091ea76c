/*
 * Pinyin in brackets, left by web converters: 統(tǒng)籌.
 *
 * Evidence: in five real reports 779 of 779 such brackets follow a character whose Simplified form differs and hold one
 * of its own readings; over 40 pages a page annotates a character always or never (745 of 745) and with one reading
 * (長(zhǎng) in 長期 too), in ASCII brackets that touch the character. A second family writes no tones, repeats the bracket
 * (會(hui)(hui)), annotates only some occurrences, and plain characters too. Other converters write full-width or nested
 * brackets, tone numbers (xue2), no tones, or all readings of a character (cháng/zhǎng).
 * Against: glosses by authors (亳(bó)州, 單(shàn)縣, 會(kuài)稽) come singly; lessons annotate every character; abbreviations
 * (世界贸易组织(wto)) are no readings. So brackets go only where the page as a whole looks like a converter's; elsewhere
 * those behind Traditional forms are proposed.
 */
import type { Edit } from '../edit.ts';
import { findPinyinCandidates } from './pinyin-candidates.ts';
import type { PinyinCandidate, ReadingStyle } from './pinyin-candidates.ts';
import { judgePinyin } from './pinyin-evidence.ts';
import { normalizeReading, readingsOf } from './pinyin-readings.ts';
import { editAt } from './rule.ts';
import type { RepairRule, RuleContext } from './rule.ts';

const ID = 'pinyin-brackets';
const CERTAIN = 0.99;
const PROPOSED = 0.4;
const STYLES: readonly ReadingStyle[] = ['toned', 'toneless'];

/** A page with both kinds of brackets was half converted; fewer of one kind are the author's. */
const LEAST_OF_BOTH = 5;

/** Candidates that the page proves, of every style and kind of bracket. */
function provenCandidates(
  text: string,
  candidates: readonly PinyinCandidate[],
  context: RuleContext,
): ReadonlySet<PinyinCandidate> {
  const proven = new Set<PinyinCandidate>();
  const kinds = [true, false].map((wide) => candidates.filter(({ fullWidth }) => fullWidth === wide));
  if (kinds.every(({ length }) => length >= LEAST_OF_BOTH)) kinds.push([...candidates]);
  for (const kind of kinds) {
    for (const style of STYLES) {
      const group = kind.filter((one) => one.styles.includes(style));
      const verdict = judgePinyin(style, text, group, context.isTraditionalForm);
      for (const candidate of group) if (verdict(candidate)) proven.add(candidate);
    }
  }
  return proven;
}

/** A bracket that the end of an excerpt cuts off, with what is left of a doubled one before it. */
const CUT =
  /(\p{Script=Han})((?:[(（][\p{Script=Latin}\u0300-\u036f]{1,9}[)）])?[(（]{1,2}([\p{Script=Latin}\u0300-\u036f]{0,9}))(?:\s|…|\.{3})*$/u;
/** The end of the text where that is looked for. */
const CUT_LENGTH = 60;

interface CutBracket {
  readonly char: string;
  /** UTF-16 offsets: the character, the brackets behind it, where they end. */
  readonly charStart: number;
  readonly start: number;
  readonly end: number;
  readonly isEmpty: boolean;
}

/** 召(zhao: the beginning of a reading of the character before it. */
function cutBracketOf(text: string, context: RuleContext): CutBracket | undefined {
  const offset = Math.max(0, text.length - CUT_LENGTH);
  const match = CUT.exec(text.slice(offset));
  if (match === null) return undefined;
  const [, char = '', cut = '', begun = ''] = match;
  const own = readingsOf(char);
  const reading = normalizeReading(begun);
  const fits = [...own.toned, ...own.toneless].some((one) => one.startsWith(reading));
  if (!fits || !context.isTraditionalForm(char)) return undefined;
  const charStart = offset + match.index;
  const start = charStart + char.length;
  return { char, charStart, start, end: start + cut.length, isEmpty: begun === '' };
}

/** Taken out only on a page that is proven; a mark alone only behind a character that the page annotates. */
function cutEdit(
  text: string,
  cut: CutBracket,
  proven: ReadonlySet<PinyinCandidate>,
  from: number,
): Edit | undefined {
  if (proven.size === 0) return undefined;
  if (cut.isEmpty && ![...proven].some((one) => one.char === cut.char)) return undefined;
  // The whole bracket of a doubled one is a candidate of its own.
  const range = { start: Math.max(cut.start, from), end: cut.end };
  return editAt(text, range, { after: '', rule: ID, confidence: CERTAIN, applied: true });
}

function find(text: string, context: RuleContext): readonly Edit[] {
  const candidates = findPinyinCandidates(text);
  const cut = cutBracketOf(text, context);
  // The character before a bracket that is cut off does not stand bare.
  const proven = provenCandidates(text.slice(0, cut?.charStart), candidates, context);
  const edits: Edit[] = [];
  for (const candidate of candidates) {
    const applied = proven.has(candidate);
    const doubtful = !candidate.exact || !context.isTraditionalForm(candidate.char);
    if (!applied && doubtful) continue;
    const confidence = applied ? CERTAIN : PROPOSED;
    edits.push(editAt(text, candidate, { after: '', rule: ID, confidence, applied }));
  }
  const last = cut === undefined ? undefined : cutEdit(text, cut, proven, edits.at(-1)?.end ?? 0);
  if (last !== undefined) edits.push(last);
  return edits;
}

/** Takes out readings in brackets that a web converter left; see the evidence above. */
export const pinyinBrackets: RepairRule = { id: ID, find };
