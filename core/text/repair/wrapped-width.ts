import { goesOn } from './goes-on.ts';
import type { Line } from './lines.ts';
import { startsWithLabel } from './paragraph-starts.ts';

/** How the lines of a file were broken. */
export interface Wrap {
  /** Whether a line reaches the edge, or would with the word that begins the next one. */
  readonly isFull: (line: Line, next: Line) => boolean;
  /** Whether a line is indented more than the page as a whole, as the first of a paragraph may be. */
  readonly isIndented: (line: Line) => boolean;
}

/** Widths that people and programs wrap at, in characters. */
const NARROWEST = 16;
const WIDEST = 100;
const LEAST_LINES = 6;
/** A wrapped line may be so many characters shorter than the edge: marks may not begin a line, pages differ a little. */
const SLACK = 3;
/** Lines at the edge: so many, and so many of them in the middle of a sentence, and with clauses. */
const LEAST_FULL = 4;
const LEAST_OPEN_SHARE = 0.6;
const LEAST_CLAUSE_SHARE = 0.5;
/** A file of long paragraphs is mostly full lines; some lines may then be longer (marks hang over, addresses are not cut). */
const LEAST_FULL_SHARE = 0.5;
const MOST_LONGER_SHARE = 0.15;
/** One of short paragraphs has fewer, but then no line is longer, and the lines heap up at the edge. */
const LEAST_FULL_OF_SHORT = 5;
const LEAST_SHARE_OF_SHORT = 0.06;
const MOST_LONGER_OF_SHORT = 0.01;
const LEAST_HEAP = 2.5;
const LEAST_OPEN_OF_SHORT = 0.8;
/** Where so many of the lines at the edge have one length, the end of a sentence before it ends a paragraph. */
const LEAST_SHARP = 0.6;
/**
 * A width cuts where it falls: so many breaks fall inside a word or a number, or behind a line that holds the end of a sentence. In
 * lists and verses, however even their lines, none does.
 */
const LEAST_CUT = 2;
const LEAST_CUT_SHARE = 0.2;
const MOST_LOOKED_AT = 400;
/** Fewer will do where most full lines hold a clause mark inside and none at their end. */
const LEAST_CUT_SHARE_OF_CLAUSES = 0.08;
const LEAST_CLAUSES = 0.6;
const CLAUSE_INSIDE = /[，；。].*[^，、；。：！？]$/u;
const SENTENCE_INSIDE = /[。！？]["”』」）]?\p{Script=Han}{2}/u;
/** A page whose text stands in from the left has so many lines at that indent, and hardly any before it. */
const LEAST_INDENTED_SHARE = 0.2;
const MOST_BEFORE_INDENT = 0.1;

/** The middle of a sentence; a quotation or bracket that ends one holds its full stop. */
const OPEN_END =
  /(?:[\p{Script=Han}，、,“「《（(A-Za-z0-9０-９%％—]|\d\.|(?<![。！？!?；])[）)」』”’》】])$/u;
const CLAUSE_MARK = /[，。；：、！？,;]/u;
/** What cannot be cut: a word or number, or a character with the marks that may not begin a line. */
const FIRST_WORD = /^(?:[A-Za-z0-9.%+-]{1,30}|.)[，。、；：！？”’）》」』】]{0,2}/u;

/** Whether a line stops in the middle of a sentence. */
export function isOpen({ text }: Pick<Line, 'text'>): boolean {
  return OPEN_END.test(text.trimEnd());
}

type Measure = (text: string) => number;

const characters: Measure = (text) => text.length;
/** As terminals count: characters of East Asian scripts take two columns; in characters of two. */
const columns: Measure = (text) => {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at) < 0x2000 ? 1 : 2;
  return sum / 2;
};

/** The edge that most lines end at or a little before; hardly any is longer. */
function edgeOf(lengths: readonly number[]): { edge: number; longer: number } | undefined {
  const counts = new Map<number, number>();
  for (const length of lengths) {
    const from = Math.ceil(length);
    for (let edge = from; edge <= from + SLACK; edge += 1) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  const sorted = lengths.toSorted((a, b) => a - b);
  const lowest = sorted[Math.floor((1 - MOST_LONGER_SHARE) * (sorted.length - 1))] ?? 0;
  let best = 0;
  let most = 0;
  for (const [edge, count] of counts) {
    if (edge < lowest) continue;
    if (count > most || (count === most && edge < best)) [best, most] = [edge, count];
  }
  if (best < NARROWEST || best > WIDEST) return undefined;
  return { edge: best, longer: lengths.filter((length) => length > best).length };
}

/** How many times more lines end at the edge than in a stretch as wide before it. */
function heapAt(lengths: readonly number[], edge: number): number {
  const width = SLACK + 1;
  const at = lengths.filter((length) => length > edge - width && length <= edge).length;
  const before = lengths.filter((length) => length > edge - 3 * width && length <= edge - width).length / 2;
  return at / Math.max(1, before);
}

function provenEdge(lines: readonly Line[], lengths: readonly number[]): number | undefined {
  const found = edgeOf(lengths);
  if (found === undefined) return undefined;
  const { edge, longer } = found;
  const full = lines.filter((_line, index) => {
    const length = lengths[index] ?? 0;
    return length >= edge - SLACK && length <= edge;
  });
  const open = full.filter(isOpen).length;
  const clauses = full.filter(({ text }) => CLAUSE_MARK.test(text)).length;
  if (full.length < LEAST_FULL) return undefined;
  const isMostlyFull =
    full.length >= LEAST_FULL_SHARE * lines.length &&
    longer <= MOST_LONGER_SHARE * lines.length &&
    open >= LEAST_OPEN_SHARE * full.length;
  const isHeap =
    full.length >= Math.max(LEAST_FULL_OF_SHORT, LEAST_SHARE_OF_SHORT * lines.length) &&
    longer <= MOST_LONGER_OF_SHORT * lines.length &&
    clauses >= LEAST_CLAUSE_SHARE * full.length &&
    open >= LEAST_OPEN_OF_SHORT * full.length &&
    heapAt(lengths, edge) >= LEAST_HEAP;
  return isMostlyFull || isHeap ? edge : undefined;
}

interface Brink {
  /** The length of most lines at the edge. */
  readonly length: number;
  /** Their share of the lines at the edge. */
  readonly share: number;
}

/** How sharply the lines end at an edge. */
function brinkOf(lengths: readonly number[], edge: number): Brink {
  const near = lengths.filter((length) => length >= edge - SLACK && length <= edge);
  const counts = new Map<number, number>();
  for (const length of near) counts.set(length, (counts.get(length) ?? 0) + 1);
  let best = { length: edge, share: 0 };
  for (const [length, count] of counts) {
    const share = count / near.length;
    if (share > best.share) best = { length, share };
  }
  return best;
}

/** Whether a line break falls where only a width puts it. */
export function cutsText(line: Line, next: Line): boolean {
  const end = line.text.trimEnd();
  return SENTENCE_INSIDE.test(end) || goesOn(end, next.text.trimStart());
}

/** Whether enough of the breaks behind full lines prove that a width made them. */
function isCutByWidth(lines: readonly Line[], isFull: Wrap['isFull']): boolean {
  let all = 0;
  let cut = 0;
  let clauses = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined || all >= MOST_LOOKED_AT) break;
    if (!isOpen(line) || !isFull(line, next) || startsWithLabel(next.text.trimStart())) continue;
    all += 1;
    if (cutsText(line, next)) cut += 1;
    if (CLAUSE_INSIDE.test(line.text.trimEnd()) && CLAUSE_MARK.test(next.text)) clauses += 1;
  }
  const least = clauses >= LEAST_CLAUSES * all ? LEAST_CUT_SHARE_OF_CLAUSES : LEAST_CUT_SHARE;
  return cut >= Math.max(LEAST_CUT, least * all);
}

/** How many characters of white space a line begins with; the end of a page before it does not count. */
export const indentOf = ({ text }: Line): number =>
  text.length - text.trimStart().length - (/^\f+/u.exec(text)?.[0].length ?? 0);

/** How far the page as a whole stands in from the left, in characters. */
function indentOfPage(lines: readonly Line[]): number {
  const indents = lines.map(indentOf).sort((a, b) => a - b);
  const least = indents[Math.floor(MOST_BEFORE_INDENT * lines.length)] ?? 0;
  const own = indents.filter((indent) => indent === least).length;
  return own >= LEAST_INDENTED_SHARE * lines.length ? least : 0;
}

/** How a file was wrapped, in characters or in columns; undefined when its lines are paragraphs. */
export function wrapOf(lines: readonly Line[]): Wrap | undefined {
  if (lines.length < LEAST_LINES) return undefined;
  let best: { measure: Measure; edge: number; brink: Brink } | undefined;
  for (const measure of [characters, columns]) {
    const lengths = lines.map(({ text }) => measure(text.trimEnd()));
    const edge = provenEdge(lines, lengths);
    if (edge === undefined) continue;
    const brink = brinkOf(lengths, edge);
    if (best === undefined || brink.share > best.brink.share) best = { measure, edge, brink };
  }
  if (best === undefined) return undefined;
  const { measure, edge, brink } = best;
  const isSharp = brink.share >= LEAST_SHARP;
  const isFull: Wrap['isFull'] = (line, next) => {
    const length = measure(line.text.trimEnd());
    const isNear = length >= edge - SLACK && (!isSharp || isOpen(line));
    return isNear || length + measure(FIRST_WORD.exec(next.text.trimStart())?.[0] ?? '') > brink.length;
  };
  if (!isCutByWidth(lines, isFull)) return undefined;
  const indent = indentOfPage(lines);
  return { isFull, isIndented: (line) => indentOf(line) > indent };
}
