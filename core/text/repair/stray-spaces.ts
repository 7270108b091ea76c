/*
 * Stray spaces between Han characters: 教育 发展 written as 教 育 发 展 by a converter or a PDF.
 *
 * Evidence: of 31,157 spaces between Han characters in statutes 29,609 stand behind a numbering label and are right; so are
 * those in 目 録 with a full-width space, in dates, between a title and a name, in tables and in centred headings and
 * signatures, which are lines of their own without a clause. So a run of at least four single characters, each parted by
 * one space (教 育 发 展), is stray in a line that holds a clause, on a page that has several. A space alone is judged by the
 * word that it cuts (发 展), or that no phrase ends or begins with (和 …): sound texts have hardly one such place each, so three
 * places in running text are evidence for each other. Enough of them are sure, of any width; between words only, they are asked
 * about. Where words are cut all over the page only what is right on any page stays.
 */
import type { Edit } from '../edit.ts';
import { filledLines } from './lines.ts';
import type { Line } from './lines.ts';
import { editAt } from './rule.ts';
import type { RepairRule } from './rule.ts';
import { CLAUSE, GAP, gapsIn, TOUCHING } from './stray-spaces-gaps.ts';
import type { Gap } from './stray-spaces-gaps.ts';
import { LABEL, SPREAD } from './stray-spaces-labels.ts';
import { spacesBesideMarks } from './stray-spaces-marks.ts';

const ID = 'stray-spaces';
const CERTAIN = 0.9;
const PROPOSED = 0.4;
/**
 * What the places have in common: a space before a character of Chinese or a mark; a full-width one, which indents paragraphs,
 * only behind a character. One class at its head, so that the search skips plain text quickly.
 */
const TRACE = /[ \u00a0\u2000-\u200a\u202f\u3000](?<=[^\u3000]|\p{Script=Han}\u3000{1,2})\P{ASCII}/u;
/** Single characters in a row, each parted by one space. */
const SPACED = /(?<!\p{Script=Han})\p{Script=Han}(?:[ \u00a0]\p{Script=Han}){3,}(?!\p{Script=Han})/gu;
/** So many spaces inside such runs make a page one that was spaced out; a heading or a name has few. */
const LEAST_SPACES = 12;
/** A page of which most neighbours are parted was spaced out as a whole, so that its short runs and marks count too. */
const SPACED_OUT_SHARE = 0.5;
const PARTED = /(?<=\p{Script=Han})[ \u00a0](?=\p{Script=Han})/gu;
/** Beside marks too; behind the end of a sentence a space may be a paragraph's. */
const PARTED_OR_MARKED =
  /(?<=[\p{Script=Han}，；：、“‘「『《（”’」』》）])[ \u00a0](?=[\p{Script=Han}，。；：、！？“‘「『《（”’」』》）])/gu;
/** Figures and letters that stand one by one, as 2 0 1 9 年: no number or word is written so. */
const PARTED_SINGLES = /(?<=(?:^|[ \u00a0])\S)[ \u00a0](?=\S(?:[ \u00a0]|$))/gu;

function isSpacedOut(text: string, running: readonly string[]): boolean {
  const inRunningText = running.reduce((sum, line) => sum + (line.match(PARTED)?.length ?? 0), 0);
  if (inRunningText < LEAST_SPACES) return false;
  const parted = text.match(PARTED)?.length ?? 0;
  const touching = text.match(TOUCHING)?.length ?? 0;
  return parted >= SPACED_OUT_SHARE * (parted + touching);
}

function spacesIn(line: string, spacedOut: boolean): readonly number[] {
  if (SPREAD.test(line)) return [];
  const label = LABEL.exec(line)?.[0] ?? '';
  const from = label.length;
  if (spacedOut) {
    // Inside the label (第 二 十 条) too, but not behind it.
    const behind = label.trimEnd().length;
    const places = [PARTED_OR_MARKED, PARTED_SINGLES].flatMap((pattern) =>
      [...line.matchAll(pattern)].map(({ index }) => index),
    );
    return [...new Set(places)]
      .filter((index) => index < behind || index >= from)
      .sort((one, other) => one - other);
  }
  if (!CLAUSE.test(line)) return [];
  return [...line.slice(from).matchAll(SPACED)].flatMap((match) =>
    [...match[0].matchAll(/[ \u00a0]/gu)].map((space) => from + match.index + space.index),
  );
}

/** So many different words that are cut, or places together, are evidence for each other. */
const LEAST_CUT = 2;
const LEAST_PLACES = 3;
/** So many that stand beside a word which no phrase ends or begins with, where none cuts a word. */
const LEAST_BOUND = 3;
const LEAST_BOUND_OF_ALL = 6;
const LEAST_BOUND_SHARE = 0.06;
const LEAST_TELLING_SHARE = 0.2;
const LEAST_OPEN_SHARE = 0.5;
/** Where spaces part phrases (大家好 我是…), the dictionary finds a word across some of them, too. */
const LEAST_CUT_SHARE = 0.15;
/** So many different words that are cut, and such a share of spaces, make a page one that is strewn with them. */
const LEAST_DENSE = 12;
const LEAST_DENSE_SHARE = 0.015;
/** So many spaces tell what a page is; behind them no word is looked up. */
const MOST_LOOKED_UP = 20_000;

const differentParts = (gaps: readonly Gap[]): number => new Set(gaps.map(({ parts }) => parts)).size;

const withEvidence = (gaps: readonly Gap[], evidence: Gap['evidence']): readonly Gap[] =>
  gaps.filter((gap) => gap.evidence === evidence);

/** Whether words are cut or parted from what they belong to all over the page, so that hardly any space of it was written. */
function areStrewn(text: string, gaps: readonly Gap[]): boolean {
  const lookedUp = Math.min(gaps.length, MOST_LOOKED_UP);
  const isMuch = (evidence: Gap['evidence'], share: number): boolean => {
    const found = withEvidence(gaps, evidence);
    return found.length >= share * lookedUp && differentParts(found) >= LEAST_DENSE;
  };
  if (!isMuch('cut', LEAST_CUT_SHARE) && !isMuch('bound', LEAST_BOUND_SHARE)) return false;
  return gaps.length >= LEAST_DENSE_SHARE * (gaps.length + (text.match(TOUCHING)?.length ?? 0));
}

type Verdict = 'goes' | 'ask' | 'stays';

/** What the spaces of a page say together: which of them go, and which are left to the user. */
function judge(gaps: readonly Gap[]): (gap: Gap) => Verdict {
  const open = gaps.filter(({ isRight }) => isRight === 'never');
  const likely = gaps.filter(({ isRight }) => isRight === 'never' || isRight === 'perhaps');
  const judged = gaps.filter(({ evidence, isRight }) => evidence !== 'label' && isRight !== 'always').length;
  const [cuts, bounds] = [withEvidence(open, 'cut'), withEvidence(open, 'bound')];
  const [cut, bound] = [differentParts(cuts), differentParts(bounds)];
  const telling = cuts.length + bounds.length;
  // A page of which more spaces may be right has a habit of its own.
  if (open.length < LEAST_OPEN_SHARE * judged || differentParts(likely) < LEAST_PLACES) return () => 'stays';
  const isCutEnough = cuts.length >= LEAST_CUT_SHARE * judged && (cut >= LEAST_CUT || (cut > 0 && bound > 0));
  const isBoundEnough = bound >= LEAST_BOUND && bounds.length >= LEAST_BOUND_SHARE * judged;
  const areSure = isCutEnough || isBoundEnough;
  const areAll =
    areSure && ((cut >= LEAST_CUT && telling >= LEAST_TELLING_SHARE * judged) || bound >= LEAST_BOUND_OF_ALL);
  return ({ evidence, isRight }) => {
    if (isRight !== 'never') return 'stays';
    return areAll || (areSure && evidence !== 'none') ? 'goes' : 'ask';
  };
}

/** Single stray spaces of a page that proves to have some; `isProven`: words that are spaced out have proved it. */
function loneSpaces(text: string, lines: readonly Line[], isProven: boolean): readonly Edit[] {
  const gaps: Gap[] = [];
  for (const line of lines) {
    if (line.text.search(GAP) >= 0) gaps.push(...gapsIn(line, gaps.length < MOST_LOOKED_UP));
  }
  if (gaps.length === 0) return [];
  const judgeLone = (): ((gap: Gap) => Verdict) =>
    isProven
      ? ({ isRight }) => (isRight === 'never' || isRight === 'perhaps' ? 'goes' : 'stays')
      : judge(gaps);
  const verdict: (gap: Gap) => Verdict = areStrewn(text, gaps)
    ? ({ isRight }) => (isRight === 'always' ? 'stays' : 'goes')
    : judgeLone();
  return gaps.flatMap((gap) => {
    const answer = verdict(gap);
    if (answer === 'stays') return [];
    const applied = answer === 'goes';
    const confidence = applied ? CERTAIN : PROPOSED;
    return [editAt(text, gap, { after: '', rule: ID, confidence, applied })];
  });
}

function find(text: string): readonly Edit[] {
  const hasGap = text.search(GAP) >= 0;
  const lines = filledLines(text);
  const running = lines.map((line) => line.text).filter((line) => CLAUSE.test(line));
  const spacedOut = hasGap && isSpacedOut(text, running);
  const places = hasGap
    ? lines.flatMap((line) => spacesIn(line.text, spacedOut).map((at) => line.start + at))
    : [];
  const applied = places.length >= LEAST_SPACES;
  const confidence = applied ? CERTAIN : PROPOSED;
  const spaced = places.map((start) =>
    editAt(text, { start, end: start + 1 }, { after: '', rule: ID, confidence, applied }),
  );
  const lone = spacedOut || !hasGap ? [] : loneSpaces(text, lines, applied);
  return withoutOverlaps([lone, spacesBesideMarks(text, ID), spaced]);
}

interface Ranked {
  readonly edit: Edit;
  readonly rank: number;
}

function outranks(one: Ranked, other: Ranked): boolean {
  return one.edit.applied === other.edit.applied ? one.rank < other.rank : one.edit.applied;
}

/** All edits in order; of those that overlap one that is sure stays, else the one of the first list. */
function withoutOverlaps(lists: readonly (readonly Edit[])[]): readonly Edit[] {
  const all = lists.flatMap((list, rank) => list.map((edit) => ({ edit, rank })));
  all.sort((a, b) => a.edit.start - b.edit.start || a.rank - b.rank);
  const kept: Ranked[] = [];
  for (const one of all) {
    const last = kept.at(-1);
    if (last === undefined || last.edit.end <= one.edit.start) kept.push(one);
    else if (outranks(one, last)) kept[kept.length - 1] = one;
  }
  return kept.map(({ edit }) => edit);
}

/** Takes stray spaces out; see the evidence above. */
export const straySpaces: RepairRule = { id: ID, trace: TRACE, find };
