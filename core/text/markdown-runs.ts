import type { MarkedBlock, Piece } from './markdown-pieces.ts';
import { joinsWithSpace } from './markdown-text.ts';

/**
 * A line that is plain text wherever it stands in a paragraph: nothing in it begins, ends or interrupts anything, and neither
 * its first nor its last character is a space.
 */
const PLAIN_LINE =
  /^(?:[\p{Script=Han}A-Za-z，。、；：？！“”‘’（）《》【】「」『』…—·％\u3000]|\d+(?![\d.)]))[\p{Script=Han}A-Za-z0-9，。、；：？！“”‘’（）《》【】「」『』…—·％\u3000 .,:;%()/-]*$/u;
const NOT_PLAIN = / $|:\/\/|www\./iu;
const LINE = /([^\r\n]*)(\r\n|\r|\n|$)/gu;

/** What stays of a run on each side: a label of a link has at most 999 units, so none that reaches over this is one. */
const KEPT_UNITS = 1_000;
const KEPT_LINES = 2;
/** Fewer lines than this are not worth leaving out. */
const LEAST_LEFT_OUT = 16;

interface Line {
  readonly start: number;
  readonly end: number;
}

/** Lines that were left out where the shortened text has the offset `at`; `length` are all their units. */
interface Cut {
  readonly at: number;
  readonly length: number;
  readonly lines: readonly Line[];
}

/**
 * What `parse` makes of a Markdown text. The parser's time grows with the square of the lines of one paragraph, so of long runs
 * of plain lines it is given both ends only, and the lines between are put in where the ends turn out to be text of one block.
 * Where they do not (in code, HTML or a table), the whole text is parsed.
 */
export function parseWithoutRuns(
  text: string,
  parse: (text: string) => readonly MarkedBlock[],
): readonly MarkedBlock[] {
  const { shortened, cuts } = shorten(text);
  if (cuts.length === 0) return parse(text);
  return withCuts(text, parse(shortened), cuts) ?? parse(text);
}

function shorten(text: string): { readonly shortened: string; readonly cuts: readonly Cut[] } {
  const parts: string[] = [];
  const cuts: Cut[] = [];
  let from = 0;
  let gone = 0;
  const leaveOut = (run: readonly Line[]): void => {
    const first = keptLines(run);
    const last = run.length - keptLines(run.toReversed());
    const [begin, end] = [run[first]?.start, run[last]?.start];
    if (last - first < LEAST_LEFT_OUT || begin === undefined || end === undefined) return;
    parts.push(text.slice(from, begin));
    cuts.push({ at: begin - gone, length: end - begin, lines: run.slice(first, last) });
    gone += end - begin;
    from = end;
  };
  let run: Line[] = [];
  for (const { index, 1: line = '' } of text.matchAll(LINE)) {
    if (PLAIN_LINE.test(line) && !NOT_PLAIN.test(line)) run.push({ start: index, end: index + line.length });
    else {
      leaveOut(run);
      run = [];
    }
  }
  leaveOut(run);
  parts.push(text.slice(from));
  return { shortened: parts.join(''), cuts };
}

/** How many lines of the beginning of a run stay. */
function keptLines(run: readonly Line[]): number {
  let units = 0;
  const enough = run.findIndex(({ start, end }, at) => {
    const isEnough = units >= KEPT_UNITS && at >= KEPT_LINES;
    units += end - start;
    return isEnough;
  });
  return enough < 0 ? run.length : enough;
}

/** The blocks with their pieces at their places in the whole text; null where a cut does not lie between two lines of a block. */
function withCuts(
  text: string,
  blocks: readonly MarkedBlock[],
  cuts: readonly Cut[],
): readonly MarkedBlock[] | null {
  let gone = 0;
  let next = 0;
  const whole: MarkedBlock[] = [];
  for (const block of blocks) {
    const pieces: Piece[] = [];
    for (const [at, piece] of block.pieces.entries()) {
      const cut = cuts[next];
      if (cut === undefined || piece.end <= cut.at) {
        pieces.push(moved(piece, gone));
        continue;
      }
      const before = block.pieces[at - 1];
      const isText = piece.start === cut.at && piece.after === undefined;
      if (!isText || before === undefined || !isLineBefore(text, before, cut.at, gone)) return null;
      for (const { start, end } of cut.lines) pieces.push(joined(text, { start, end }));
      gone += cut.length;
      next += 1;
      pieces.push(joined(text, { start: piece.start + gone, end: piece.end + gone }));
      const following = cuts[next];
      if (following !== undefined && piece.end > following.at) return null;
    }
    whole.push({ ...block, pieces });
  }
  return next === cuts.length ? whole : null;
}

function moved(piece: Piece, by: number): Piece {
  return by === 0 ? piece : { ...piece, start: piece.start + by, end: piece.end + by };
}

/** Whether a piece is text that ends with the line in front of a cut. */
function isLineBefore(text: string, piece: Piece, at: number, gone: number): boolean {
  return piece.after === undefined && /^(?:\r\n|\r|\n)$/u.test(text.slice(piece.end + gone, at + gone));
}

/** A line behind another one of the same paragraph. */
function joined(text: string, line: Line): Piece {
  const breakLength = text.slice(line.start - 2, line.start) === '\r\n' ? 2 : 1;
  const isSpaced = joinsWithSpace(text[line.start - breakLength - 1], text[line.start]);
  return isSpaced ? { ...line, lead: ' ' } : { ...line };
}
