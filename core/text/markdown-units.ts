import type { MarkedBlock, Piece } from './markdown-pieces.ts';
import { simpleBlocks, type SourceLine } from './markdown-simple.ts';

type Parse = (text: string) => readonly MarkedBlock[];

/** Lines that mean the same wherever they stand at the top of a text. */
interface Unit {
  readonly lines: SourceLine[];
  /** Whether it may be taken for itself: its end is the end of what it begins. */
  isClosed: boolean;
  /** Whether indented code may stand in it: behind that the parser takes some items for paragraphs. */
  mayBeCode: boolean;
}

const LINE = /([^\r\n]*)(?:\r\n|\r|\n|$)/gu;
const BLANK = /^[ \t]*$/u;
/** What is named in one place of a text and used in another: definitions of links and footnotes. */
const DEFINITION = ']:';
/** Code and HTML that may go on behind a blank line. */
const OPEN_ENDED = /```|~~~|<[!?]|<(?:script|pre|style|textarea)\b/iu;
/** Lines that begin a block of their own behind any paragraph, item or quotation. */
const BLOCK_START =
  /^(?:#{1,6} [\p{Script=Han}A-Za-z0-9]|[-*+] (?:[\p{Script=Han}A-Za-z]|\*\*[\p{Script=Han}A-Za-z0-9]))/u;
const CODE = / {4}|\t/u;
const ITEM = /^[> \t]*[-*+\d]/u;
/** Parts units from each other, so that none sees the one before it; shows nothing. */
const BETWEEN = '\n\n#\n\n';
/** Units of text that the parser is given at once: its time grows faster than the text. */
const BATCH = 8_192;

/**
 * What `parse` makes of a Markdown text, in a fraction of the time: the text is cut where what follows does not depend on what
 * stands before, simple parts are read without the parser, and the others are given to it many at once, but not all.
 */
export function parseInUnits(text: string, parse: Parse): readonly MarkedBlock[] {
  if (text.includes(DEFINITION)) return parse(text);
  const units = unitsOf(text);
  const blocks = units.map(({ lines, isClosed }) => (isClosed ? simpleBlocks(text, lines) : null));
  const others = units.flatMap((unit, index) =>
    blocks[index] === null ? [{ ...rangeOf(unit), index }] : [],
  );
  const found = new Map<number, MarkedBlock[]>();
  for (let from = 0; from < others.length;) {
    let to = from;
    for (let length = 0; to < others.length && (to === from || length < BATCH); to += 1) {
      const { start, end } = others[to] ?? { start: 0, end: 0 };
      length += end - start;
    }
    if (!parseBatch(text, others.slice(from, to), parse, found)) return parse(text);
    from = to;
  }
  return blocks.flatMap((own, index) => own ?? found.get(index) ?? []);
}

function rangeOf({ lines }: Unit): SourceLine {
  return { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
}

/** Cuts a text behind blank lines, and before headings and items; an indented line may belong to what stands before it. */
function unitsOf(text: string): readonly Unit[] {
  const units: Unit[] = [];
  const openEnded = text.search(OPEN_ENDED);
  let isBehindBlank = true;
  for (const { index: start, 1: line = '' } of text.matchAll(LINE)) {
    if (BLANK.test(line)) {
      isBehindBlank = true;
      continue;
    }
    const unit = units.at(-1);
    const range = { start, end: start + line.length };
    const isNew = isBehindBlank ? !/^[ \t]/u.test(line) : unit?.isClosed === true && BLOCK_START.test(line);
    const isTail = openEnded >= 0 && openEnded < start;
    const isHeld = unit?.mayBeCode === true && ITEM.test(line);
    const mayBeCode = CODE.test(line);
    if (unit === undefined || (isNew && !isTail && !isHeld)) {
      units.push({ lines: [range], isClosed: !line.includes('<'), mayBeCode });
    } else {
      if (isBehindBlank || line.includes('<')) unit.isClosed = false;
      unit.mayBeCode ||= mayBeCode;
      unit.lines.push(range);
    }
    isBehindBlank = false;
  }
  return units;
}

interface Other extends SourceLine {
  readonly index: number;
}

/** Parses units one after the other; false where the parser does not take them for what they are alone. */
function parseBatch(
  text: string,
  units: readonly Other[],
  parse: Parse,
  found: Map<number, MarkedBlock[]>,
): boolean {
  const parts: string[] = [];
  const places: { at: number; end: number; by: number; index: number }[] = [];
  let at = 0;
  for (const { start, end, index } of units) {
    parts.push(text.slice(start, end), BETWEEN);
    places.push({ at, end: at + end - start, by: start - at, index });
    at += end - start + BETWEEN.length;
  }
  let next = 0;
  for (const block of parse(parts.join(''))) {
    const first = block.pieces[0]?.start ?? 0;
    while (first >= (places[next]?.end ?? Infinity)) next += 1;
    const place = places[next];
    if (place === undefined || first < place.at || (block.pieces.at(-1)?.end ?? 0) > place.end) return false;
    const pieces = block.pieces.map((piece): Piece => {
      return { ...piece, start: piece.start + place.by, end: piece.end + place.by };
    });
    const own = found.get(place.index);
    if (own === undefined) found.set(place.index, [{ ...block, pieces }]);
    else own.push({ ...block, pieces });
  }
  return true;
}
