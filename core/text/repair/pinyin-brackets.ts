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
import { findPinyinCandidates, findReadingRows, PINYIN_TRACE } from './pinyin-candidates.ts';
import type { PinyinCandidate, ReadingRow, ReadingStyle } from './pinyin-candidates.ts';
import { countChars, judgePinyin } from './pinyin-evidence.ts';
import { normalizeReading, readingsOf } from './pinyin-readings.ts';
import { editAt } from './rule.ts';
import type { RepairRule, RuleContext } from './rule.ts';

const ID = 'pinyin-brackets';
const CERTAIN = 0.99;
const PROPOSED = 0.4;
const STYLES: readonly (ReadingStyle | 'mixed')[] = ['toned', 'toneless', 'mixed'];

const ROUND = /^[(（]/u;

/** A page with both kinds of brackets was half converted; fewer of one kind are the author's. */
const LEAST_OF_BOTH = 5;

function addTo<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [one]);
  else group.push(one);
}

/** The candidates of each kind of bracket, and those of all kinds that the page has several of. */
function kindsOf(candidates: readonly PinyinCandidate[]): readonly (readonly PinyinCandidate[])[] {
  const byKind = new Map<string, PinyinCandidate[]>();
  for (const one of candidates) addTo(byKind, one.kind, one);
  const kinds = [...byKind.values()];
  const frequent = kinds.filter((kind) => kind.length >= LEAST_OF_BOTH && kind[0]?.isDoubtful === false);
  if (frequent.length < 2) return kinds;
  return [...kinds, frequent.flat().toSorted((a, b) => a.start - b.start)];
}

/** Candidates that the page proves, of every style and kind of bracket. */
function provenCandidates(
  text: string,
  candidates: readonly PinyinCandidate[],
  context: RuleContext,
): ReadonlySet<PinyinCandidate> {
  const proven = new Set<PinyinCandidate>();
  for (const kind of kindsOf(candidates)) {
    for (const style of STYLES) {
      const group = style === 'mixed' ? kind : kind.filter((one) => one.styles.includes(style));
      if (group.every((one) => proven.has(one))) continue;
      const verdict = judgePinyin(style, text, group, context.isTraditionalForm);
      for (const candidate of group) if (verdict(candidate)) proven.add(candidate);
    }
  }
  return proven;
}

/** So many characters, each with all its readings in a row wherever it stands, are a converter's on a page that is proven. */
const LEAST_ROWS = 3;

function provenRows(
  text: string,
  proven: ReadonlySet<PinyinCandidate>,
  context: RuleContext,
): readonly ReadingRow[] {
  if (proven.size === 0) return [];
  const byChar = new Map<string, ReadingRow[]>();
  for (const row of findReadingRows(text)) {
    if (context.isTraditionalForm(row.char)) addTo(byChar, row.char, row);
  }
  if (byChar.size < LEAST_ROWS) return [];
  const totals = countChars(text, new Set(byChar.keys()));
  const always = [...byChar].filter(([char, rows]) => {
    const isOne = rows.every(({ reading }) => reading === rows[0]?.reading);
    return isOne && rows.length === totals.get(char);
  });
  return always.length < LEAST_ROWS ? [] : always.flatMap(([, rows]) => rows);
}

/** On a page that writes a space behind its brackets too, where that space ends. */
const LEAST_SPACED_SHARE = 0.8;
const LEAST_SPACED = 8;

function spaceBehind(text: string, proven: ReadonlySet<PinyinCandidate>): boolean {
  const spaced = [...proven].filter(({ end }) =>
    /^ (?=\p{Script=Han}|\p{P})/u.test(text.slice(end, end + 2)),
  );
  return spaced.length >= LEAST_SPACED && spaced.length >= LEAST_SPACED_SHARE * proven.size;
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
  const rows = new Map(provenRows(text, proven, context).map((row) => [row.start, row] as const));
  const isSpaceBehind = spaceBehind(text, proven);
  const edits: Edit[] = [];
  for (const candidate of candidates) {
    const row = rows.get(candidate.start);
    const applied = proven.has(candidate) || row !== undefined;
    const doubtful = !candidate.exact || candidate.isDoubtful || !context.isTraditionalForm(candidate.char);
    if (!applied && (doubtful || !ROUND.test(candidate.kind))) continue;
    const confidence = applied ? CERTAIN : PROPOSED;
    const end = row?.end ?? candidate.end;
    const space = isSpaceBehind && applied && text[end] === ' ' ? 1 : 0;
    const range = { start: candidate.start, end: end + space };
    edits.push(editAt(text, range, { after: '', rule: ID, confidence, applied }));
  }
  const last = cut === undefined ? undefined : cutEdit(text, cut, proven, edits.at(-1)?.end ?? 0);
  if (last !== undefined) edits.push(last);
  return edits;
}

/** Takes out readings in brackets that a web converter left; see the evidence above. */
export const pinyinBrackets: RepairRule = { id: ID, trace: PINYIN_TRACE, find };
