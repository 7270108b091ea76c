import type { PdfItem, PdfText } from './pdf-library.ts';
import type { PdfBox } from './pdf-picture-marks.ts';
import { laidDown } from './pdf-stacks.ts';
import { withoutRadicals } from './radicals.ts';
import { raisedText, type Raised } from './raised-text.ts';

/** A line of a page or of a column; distances in points. */
export interface PdfLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the base line, upwards. */
  readonly y: number;
  readonly size: number;
  /** Margins of the column that it stands in, on a page of columns. */
  readonly column?: { readonly left: number; readonly right: number };
}

/** A run of characters on the page as it is read: turned pages upright, vertical lines laid down. */
interface Run extends PdfLine {
  /** Degrees that the run is turned on the page, by quarters. */
  readonly turn: number;
}

const WIDE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’—…]/u;
/** Gaps in ems: between words, between Han characters that the author parted, between columns. */
const WORD_GAP = 0.15;
/** In ems, of a gap inside a run that is no space. */
const FALSE_SPACE = 0.2;
/** Between numbers of a row. */
const NUMBER_GAP = 0.9;
const WIDE_GAP = 0.8;
const CELL_GAP = 2.2;
/** Programs part Han characters from digits and Latin letters by so much at most, where nobody wrote a space. */
const MIXED_GAP = 0.4;
const LONGEST_RAISED = 6;
/** What stands before a paragraph or an item, with a gap behind it that is no border of cells. */
export const LABEL =
  /^(?:第[\d〇零一二三四五六七八九十百]{1,5}[章节節条條编編款]|[（(]?[〇一二三四五六七八九十]{1,3}[、）)]|[（(]?\d{1,3}[.．、）)]|(?:\d{1,2}\.){1,3}\d{1,2}|[a-zA-Z][.．)）]|[①-⑳]|[•●○■□▪◆◇➢–\uF06C-\uF0FF])$/u;
/** Behind the number of a table or picture stands a space. */
const CAPTION = /^[表图圖]\s*\d{1,3}(?:[-.]\d{1,3})?$/u;
/** Behind such a label there is no space in Chinese. */
export const CLOSED = /[、）．]$/u;

/** Puts the runs of a page together to pieces of lines, in the order in which the page draws them. */
export function piecesOf(text: PdfText): readonly PdfLine[] {
  const runs = runsOf(text);
  const pieces: { -readonly [Key in keyof Run]: Run[Key] }[] = [];
  for (const run of upright(laidDown(runs))) {
    const piece = pieces.at(-1);
    if (piece === undefined || !goesOn(piece, run)) {
      pieces.push({ ...run, text: run.text.trimStart() });
      continue;
    }
    const raised = raisedBeside(piece, run);
    const next = raised === undefined ? run.text.trimStart() : raisedText(run.text.trim(), raised);
    piece.text = piece.text.trimEnd() + gapBetween(piece, run) + next;
    piece.right = Math.max(piece.right, run.right);
  }
  return pieces.map((piece) => ({ ...piece, text: piece.text.trim() }));
}

function runsOf({ items, styles }: PdfText): readonly Run[] {
  return items.flatMap((item) => ('str' in item ? runOf(item, isVertical(item, styles)) : []));
}

/** Puts a part of a page where it stands between the pieces of its lines: turned pages upright, vertical lines laid down. */
export function frameOf(text: PdfText): (box: PdfBox) => PdfBox {
  const runs = runsOf(text);
  const items = text.items.filter((item) => 'str' in item);
  const down = items.filter((item) => isVertical(item, text.styles));
  if (lengthOf(down) * 2 > lengthOf(items) || laidDown(runs) !== runs) {
    return ({ left, right, bottom, top }) => ({ left: -top, right: -bottom, bottom: left, top: right });
  }
  const turn = mainTurn(runs);
  return (box) => {
    const [[x, y], [u, v]] = [turned(box.left, box.bottom, turn), turned(box.right, box.top, turn)];
    return { left: Math.min(x, u), right: Math.max(x, u), bottom: Math.min(y, v), top: Math.max(y, v) };
  };
}

function lengthOf(items: readonly PdfItem[]): number {
  return items.reduce((sum, { str }) => sum + str.length, 0);
}

function isVertical({ fontName }: PdfItem, styles: PdfText['styles']): boolean {
  return styles[fontName]?.vertical === true;
}

function runOf(item: PdfItem, vertical: boolean): readonly Run[] {
  const text = withoutRadicals(item.str).replace(/[\s\0]+/gu, ' ');
  if (text.trim() === '') return [];
  // Ideographic spaces before a paragraph are its indentation.
  const indent = /^\u3000*/u.exec(item.str)?.[0].length ?? 0;
  const [cos = 1, sin = 0, skew = 0, scale = 0, x = 0, y = 0] = item.transform;
  const across = Math.hypot(skew, scale) || item.height || 1;
  // Lines that run down are read from the right: laid down, down is right and right is up.
  if (vertical) return [{ text, left: -y, right: -y + item.height, y: x, size: across, turn: 0 }];
  const size = item.height || across;
  const joined = withoutFalseSpaces(text, item.width, size);
  const turn = (Math.round((Math.atan2(sin, cos) * 2) / Math.PI) * 90 + 360) % 360;
  const [left, base] = turned(x, y, turn);
  return [{ text: joined, left: left + indent * size, right: left + item.width, y: base, size, turn }];
}

/** Characters of a justified line stand apart by less than a space; the library writes one where a font has only narrow ones. */
function withoutFalseSpaces(text: string, width: number, size: number): string {
  const bare = text.replaceAll(' ', '');
  const spaces = text.length - bare.length;
  if (spaces === 0 || Array.from(bare).some((sign) => !WIDE.test(sign))) return text;
  return width - Array.from(bare).length * size < spaces * size * FALSE_SPACE ? bare : text;
}

/** A point of a page that is turned back by `turn` degrees. */
function turned(x: number, y: number, turn: number): readonly [number, number] {
  if (turn === 90) return [y, -x];
  if (turn === 180) return [-x, -y];
  return turn === 270 ? [-y, x] : [x, y];
}

/** Runs that are turned like most of the page first, then the others (a seal, a note at the side). */
function upright(runs: readonly Run[]): readonly Run[] {
  const main = mainTurn(runs);
  if (runs.every(({ turn }) => turn === main)) return runs;
  return [...runs.filter(({ turn }) => turn === main), ...runs.filter(({ turn }) => turn !== main)];
}

function mainTurn(runs: readonly Run[]): number {
  const sizes = new Map<number, number>();
  for (const { turn, text } of runs) sizes.set(turn, (sizes.get(turn) ?? 0) + text.length);
  const [main] = [...sizes].sort((a, b) => b[1] - a[1])[0] ?? [0];
  return main;
}

function goesOn(piece: Run, run: Run): boolean {
  return (
    piece.turn === run.turn &&
    (Math.abs(piece.y - run.y) < run.size * 0.45 || raisedBeside(piece, run) !== undefined) &&
    run.left > piece.left - run.size &&
    (run.left - piece.right) / piece.size <= (isBetweenNumbers(piece, run) ? NUMBER_GAP : CELL_GAP)
  );
}

function isBetweenNumbers(piece: Run, run: Run): boolean {
  return /\d%?$/u.test(piece.text.trimEnd()) && /^[-+]?\d/u.test(run.text.trimStart());
}

/** Smaller letters right behind others, above their line or below it: exponents, marks of notes, numbers of formulas. */
function raisedBeside(piece: Run, run: Run): Raised {
  const [gap, rise] = [run.left - piece.right, run.y - piece.y];
  const isSmall = run.size < piece.size * 0.85 && run.text.trim().length <= LONGEST_RAISED;
  if (!isSmall || gap > piece.size * 0.3 || gap < -piece.size * 0.5) return undefined;
  if (Math.abs(rise) < piece.size * 0.05 || Math.abs(rise) > piece.size * 0.7) return undefined;
  return rise > 0 ? 'sup' : 'sub';
}

function gapBetween(piece: Run, run: Run): string {
  const gap = (run.left - piece.right) / piece.size;
  if (LABEL.test(piece.text.trim())) return CLOSED.test(piece.text.trim()) || gap <= WORD_GAP ? '' : ' ';
  const isWideBefore = WIDE.test(piece.text.trimEnd().slice(-1));
  const isWide = isWideBefore && WIDE.test(run.text.trimStart().charAt(0));
  const isWritten = piece.text.endsWith(' ') || run.text.startsWith(' ');
  const isMixed = isWideBefore !== WIDE.test(run.text.trimStart().charAt(0));
  if (isMixed && !isWritten && !CAPTION.test(piece.text)) return gap > MIXED_GAP ? ' ' : '';
  if (isWide) return gap > WIDE_GAP ? ' ' : '';
  return isWritten || gap > WORD_GAP ? ' ' : '';
}

/** What stands between two lines that are one paragraph: a space only between words that are not Han. */
export function seam(before: string, after: string): string {
  if (WIDE.test(before.slice(-1)) || WIDE.test(after.charAt(0))) return '';
  return before.endsWith('-') ? '' : ' ';
}

/** A line and the one that goes on with it; a word that was parted at the end of the line is whole again. */
export function joinLines(before: string, after: string): string {
  const isParted = /\p{Ll}[-\u00AD\u2010]$/u.test(before) && /^\p{Ll}/u.test(after);
  return isParted ? before.slice(0, -1) + after : before + seam(before, after) + after;
}
