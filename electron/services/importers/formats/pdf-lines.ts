import type { PdfItem, PdfText } from './pdf-library.ts';
import { withoutRadicals } from './radicals.ts';

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
const WIDE_GAP = 0.8;
const CELL_GAP = 2.2;

/** Puts the runs of a page together to pieces of lines, in the order in which the page draws them. */
export function piecesOf({ items, styles }: PdfText): readonly PdfLine[] {
  const runs = items.flatMap((item) => ('str' in item ? runOf(item, isVertical(item, styles)) : []));
  const pieces: { -readonly [Key in keyof Run]: Run[Key] }[] = [];
  for (const run of upright(runs)) {
    const piece = pieces.at(-1);
    if (piece === undefined || !goesOn(piece, run)) {
      pieces.push({ ...run, text: run.text.trimStart() });
      continue;
    }
    piece.text = piece.text.trimEnd() + gapBetween(piece, run) + run.text.trimStart();
    piece.right = Math.max(piece.right, run.right);
  }
  return pieces.map((piece) => ({ ...piece, text: piece.text.trim() }));
}

function isVertical({ fontName }: PdfItem, styles: PdfText['styles']): boolean {
  return styles[fontName]?.vertical === true;
}

function runOf(item: PdfItem, vertical: boolean): readonly Run[] {
  const text = withoutRadicals(item.str).replace(/[\s\0]+/gu, ' ');
  if (text.trim() === '') return [];
  const [cos = 1, sin = 0, skew = 0, scale = 0, x = 0, y = 0] = item.transform;
  const across = Math.hypot(skew, scale) || item.height || 1;
  // Lines that run down are read from the right: laid down, down is right and right is up.
  if (vertical) return [{ text, left: -y, right: -y + item.height, y: x, size: across, turn: 0 }];
  const size = item.height || across;
  const turn = (Math.round((Math.atan2(sin, cos) * 2) / Math.PI) * 90 + 360) % 360;
  const [left, base] = turned(x, y, turn);
  return [{ text, left, right: left + item.width, y: base, size, turn }];
}

/** A point of a page that is turned back by `turn` degrees. */
function turned(x: number, y: number, turn: number): readonly [number, number] {
  if (turn === 90) return [y, -x];
  if (turn === 180) return [-x, -y];
  return turn === 270 ? [-y, x] : [x, y];
}

/** Runs that are turned like most of the page first, then the others (a seal, a note at the side). */
function upright(runs: readonly Run[]): readonly Run[] {
  const sizes = new Map<number, number>();
  for (const { turn, text } of runs) sizes.set(turn, (sizes.get(turn) ?? 0) + text.length);
  if (sizes.size < 2) return runs;
  const [main] = [...sizes].sort((a, b) => b[1] - a[1])[0] ?? [0];
  return [...runs.filter(({ turn }) => turn === main), ...runs.filter(({ turn }) => turn !== main)];
}

function goesOn(piece: Run, run: Run): boolean {
  return (
    piece.turn === run.turn &&
    Math.abs(piece.y - run.y) < run.size * 0.45 &&
    run.left > piece.left - run.size &&
    (run.left - piece.right) / piece.size <= CELL_GAP
  );
}

/** Joins pieces of one line that stand beside each other by tabs: the cells of a row. */
export function rowsOf(pieces: readonly PdfLine[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    const isSame =
      line !== undefined && Math.abs(line.y - piece.y) < piece.size * 0.45 && piece.left > line.right;
    if (!isSame) lines.push(piece);
    else lines[lines.length - 1] = { ...line, text: `${line.text}\t${piece.text}`, right: piece.right };
  }
  return lines;
}

function gapBetween(piece: Run, run: Run): string {
  const gap = (run.left - piece.right) / piece.size;
  const isWide = WIDE.test(piece.text.trimEnd().slice(-1)) && WIDE.test(run.text.trimStart().charAt(0));
  if (isWide) return gap > WIDE_GAP ? ' ' : '';
  const isWritten = piece.text.endsWith(' ') || run.text.startsWith(' ');
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
