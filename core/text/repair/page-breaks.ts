import type { TextRange } from '../../base/text-range.ts';
import { goesOn } from './goes-on.ts';
import { filledLines } from './lines.ts';
import type { Line } from './lines.ts';
import { pageNumberLines } from './page-numbers.ts';
import { startsWithLabel } from './paragraph-starts.ts';
import { isOpen } from './wrapped-width.ts';

/** Where a page ends: the lines [from, to) are its foot and the head of the next. */
interface Seam {
  from: number;
  to: number;
}

/** What stands between two pages, with the line breaks around it, and what stands there instead. */
interface PageBreak extends TextRange {
  readonly after: string;
}

/** Lines of a running head or foot: so many on one side of the number, so short, at so many ends of pages. */
const MOST_LINES = 3;
const LONGEST_HEAD = 60;
const LONGEST_ADDRESS = 200;
const LEAST_TIMES = 2;
const LEAST_TIMES_SHARE = 0.15;

/** A running head without numbers: how often, how evenly set, and how often in the middle of a sentence. */
const LEAST_BARE_HEADS = 3;
const LEAST_LINES_APART = 12;
const MOST_UNEVEN = 1.5;
const LEAST_CUT_SHARE = 0.5;

/** A paragraph of one line that stops without a mark was cut where its page ends; headings are shorter and have none. */
const LEAST_CUT_LENGTH = 40;
const CLAUSE_INSIDE = /[，。；]/u;

const plain = (line: Line | undefined): string => line?.text.trim().replaceAll(/\d/gu, '0') ?? '';

/** Seams at the lines with numbers and at form feeds, those that touch made one. */
function findSeams(text: string, lines: readonly Line[], numbers: readonly number[]): readonly Seam[] {
  if (numbers.length === 0 && !text.includes('\f')) return [];
  const seams: Seam[] = numbers.map((index) => ({ from: index, to: index + 1 }));
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const gap = text.slice(before?.end ?? line.start, line.start) + (/^\s*/u.exec(line.text)?.[0] ?? '');
    if (index > 0 && (gap.includes('\f') || /\f\s*$/u.test(before?.text ?? ''))) {
      seams.push({ from: index, to: index });
    }
  }
  const joined: Seam[] = [];
  for (const seam of seams.sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = joined.at(-1);
    if (last !== undefined && seam.from <= last.to) last.to = Math.max(last.to, seam.to);
    else joined.push(seam);
  }
  return joined;
}

function mayBeHead(line: Line | undefined): boolean {
  if (line === undefined) return false;
  const text = line.text.trim();
  return (
    text.length <= (text.includes('://') ? LONGEST_ADDRESS : LONGEST_HEAD) && !/[，。；！？]/u.test(text)
  );
}

/** Lets each seam take in the running heads and feet beside it: short lines that stand at several seams on the same side. */
function widen(lines: readonly Line[], seams: readonly Seam[]): void {
  const times = new Map<string, number>();
  const sides = [-1, 1] as const;
  const at = (seam: Seam, side: -1 | 1, far: number): Line | undefined =>
    lines[side < 0 ? seam.from - 1 - far : seam.to + far];
  for (const seam of seams) {
    for (const side of sides) {
      const own = new Set(Array.from({ length: MOST_LINES }, (_none, far) => plain(at(seam, side, far))));
      for (const text of own) times.set(`${side}${text}`, (times.get(`${side}${text}`) ?? 0) + 1);
    }
  }
  const least = Math.max(LEAST_TIMES, LEAST_TIMES_SHARE * seams.length);
  const counts = seams.map((seam) =>
    sides.map((side) => {
      let far = 0;
      const isHead = (line: Line | undefined): boolean =>
        mayBeHead(line) && (times.get(`${side}${plain(line)}`) ?? 0) >= least;
      while (far < MOST_LINES && isHead(at(seam, side, far))) far += 1;
      return far;
    }),
  );
  for (const [index, seam] of seams.entries()) {
    const [before = 0, behind = 0] = counts[index] ?? [];
    seam.from -= before;
    seam.to += behind;
  }
}

/** Whether the text cut by lines [from, to) goes on behind them. */
function cutsSentence(lines: readonly Line[], { from, to }: Seam): boolean {
  const [before, behind] = [lines[from - 1], lines[to]];
  if (before === undefined || behind === undefined) return false;
  const end = before.text.trimEnd();
  const head = behind.text.replace(/^[\s\f]*\f/u, '');
  if (/^\s/u.test(head) || startsWithLabel(head) || !isOpen(before)) return false;
  return goesOn(end, head) || (end.length >= LEAST_CUT_LENGTH && CLAUSE_INSIDE.test(end));
}

/** Whether the text before and behind lines [from, to) reads like one sentence. */
function standsInSentence(lines: readonly Line[], { from, to }: Seam): boolean {
  const [before, behind] = [lines[from - 1]?.text.trim() ?? '', lines[to]?.text ?? ''];
  if (/^\s/u.test(behind) || startsWithLabel(behind)) return false;
  return isOpen({ text: before }) && (CLAUSE_INSIDE.test(before) || goesOn(before, behind));
}

/** Seams of a page with neither numbers nor form feeds: one line that comes back evenly, in the middle of sentences. */
function bareHeads(lines: readonly Line[]): readonly Seam[] {
  const places = new Map<string, number[]>();
  for (const [index, line] of lines.entries()) {
    if (!mayBeHead(line)) continue;
    const text = line.text.trim();
    const own = places.get(text);
    if (own === undefined) places.set(text, [index]);
    else own.push(index);
  }
  return [...places.values()].flatMap((all) => {
    // Where it stands first it may be the title.
    const own = all.filter((index) => index >= LEAST_LINES_APART);
    if (own.length < LEAST_BARE_HEADS) return [];
    const apart = own.slice(1).map((index, at) => index - (own[at] ?? 0));
    if (Math.min(...apart) < LEAST_LINES_APART || Math.max(...apart) > MOST_UNEVEN * Math.min(...apart)) {
      return [];
    }
    const seams = own.map((index) => ({ from: index, to: index + 1 }));
    const cut = seams.filter((seam) => standsInSentence(lines, seam)).length;
    return cut >= LEAST_CUT_SHARE * seams.length ? seams : [];
  });
}

function breakAt(lines: readonly Line[], seam: Seam): readonly PageBreak[] {
  const { from, to } = seam;
  const [before, behind] = [lines[from - 1], lines[to]];
  const [first, last] = [lines[from], lines[to - 1]];
  const isEmpty = from === to;
  if (before === undefined || behind === undefined) {
    if (isEmpty || first === undefined || last === undefined) return [];
    if (before !== undefined) return [{ start: before.end, end: last.end, after: '' }];
    return behind === undefined ? [] : [{ start: first.start, end: behind.start, after: '' }];
  }
  const isCut = cutsSentence(lines, seam);
  if (isEmpty && !isCut) return [];
  const end = isCut ? behind.end - behind.text.trimStart().length : behind.start;
  const start = isCut ? before.start + before.text.trimEnd().length : before.end;
  return [{ start, end, after: isCut ? '' : '\n' }];
}

/**
 * What stands between the pages of a document: numbers that count up, form feeds, heads and feet that come back, each with
 * the line breaks around it, so that what stands before and behind a page's end comes together. A sentence that is cut there
 * is joined. In order.
 */
export function pageBreaks(text: string): readonly PageBreak[] {
  const lines = filledLines(text);
  const seams = findSeams(text, lines, pageNumberLines(text, lines));
  if (seams.length === 0) return bareHeads(lines).flatMap((seam) => breakAt(lines, seam));
  widen(lines, seams);
  const joined: Seam[] = [];
  for (const seam of seams) {
    const last = joined.at(-1);
    if (last !== undefined && seam.from <= last.to) last.to = Math.max(last.to, seam.to);
    else joined.push(seam);
  }
  return joined.flatMap((seam) => breakAt(lines, seam));
}
