/*
 * Pinyin in brackets, left by web converters: 統(tǒng)籌.
 *
 * Evidence: in five real reports 779 of 779 such brackets follow a character whose Simplified form differs and hold one
 * of its own readings; over 40 pages a page annotates a character always or never (745 of 745) and with one reading
 * (長(zhǎng) in 長期 too), in ASCII brackets that touch the character. A second family writes no tones, repeats the bracket
 * (會(hui)(hui)), annotates only some occurrences, and plain characters too.
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

/** Candidates that the page proves, of every style and kind of bracket. */
function provenCandidates(
  text: string,
  candidates: readonly PinyinCandidate[],
  context: RuleContext,
): ReadonlySet<PinyinCandidate> {
  const proven = new Set<PinyinCandidate>();
  for (const fullWidth of [false, true]) {
    for (const style of STYLES) {
      const group = candidates.filter((one) => one.fullWidth === fullWidth && one.styles.includes(style));
      const verdict = judgePinyin(style, text, group, context.isTraditionalForm);
      for (const candidate of group) if (verdict(candidate)) proven.add(candidate);
    }
  }
  return proven;
}

/** The bracket that an excerpt's end cuts off, 召(zhao: only on a page that is proven, and only the beginning of a reading. */
function findCutBracket(text: string, context: RuleContext): Edit | undefined {
  const match = /(\p{Script=Han})(\([\p{Script=Latin}\u0300-\u036f]{1,9})\s*$/u.exec(text);
  if (match === null) return undefined;
  const [, char = '', bracket = ''] = match;
  const begun = normalizeReading(bracket.slice(1));
  const own = readingsOf(char);
  const fits = [...own.toned, ...own.toneless].some((reading) => reading.startsWith(begun));
  if (!fits || !context.isTraditionalForm(char)) return undefined;
  const start = match.index + char.length;
  const range = { start, end: start + bracket.length };
  return editAt(text, range, { after: '', rule: ID, confidence: CERTAIN, applied: true });
}

function find(text: string, context: RuleContext): readonly Edit[] {
  const candidates = findPinyinCandidates(text);
  const proven = provenCandidates(text, candidates, context);
  const edits: Edit[] = [];
  for (const candidate of candidates) {
    const applied = proven.has(candidate);
    const doubtful = !candidate.exact || !context.isTraditionalForm(candidate.char);
    if (!applied && doubtful) continue;
    const confidence = applied ? CERTAIN : PROPOSED;
    edits.push(editAt(text, candidate, { after: '', rule: ID, confidence, applied }));
  }
  const cut = proven.size > 0 ? findCutBracket(text, context) : undefined;
  if (cut !== undefined) edits.push(cut);
  return edits;
}

/** Takes out readings in brackets that a web converter left; see the evidence above. */
export const pinyinBrackets: RepairRule = { id: ID, find };
