import type { PdfItem } from './pdf-library.ts';
import { withoutRadicals } from './radicals.ts';

/** A line of a page; distances in points. */
export interface PdfLine {
  text: string;
  readonly left: number;
  right: number;
  /** Of the base line, upwards. */
  readonly y: number;
  readonly size: number;
}

const WIDE = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF“”‘’—…]/u;
/** Gaps in ems: between words, between Han characters that the author parted, between columns. */
const WORD_GAP = 0.15;
const WIDE_GAP = 0.8;
const CELL_GAP = 2.2;

/** Puts the runs of a page together to lines, in the order in which the page draws them. */
export function linesOf(items: readonly (PdfItem | { readonly type: string })[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let line: PdfLine | undefined;
  for (const item of items) {
    if (!('str' in item)) continue;
    const text = withoutRadicals(item.str).replace(/[\s\0]+/gu, ' ');
    if (text.trim() === '') continue;
    const [, , skew = 0, scale = 0, x = 0, y = 0] = item.transform;
    const size = item.height || Math.hypot(skew, scale) || 1;
    const right = x + item.width;
    const isSame = line !== undefined && Math.abs(line.y - y) < size * 0.45 && x > line.left - size;
    if (line === undefined || !isSame) {
      line = { text: text.trimStart(), left: x, right, y, size };
      lines.push(line);
      continue;
    }
    line.text = line.text.trimEnd() + gapBetween(line, text, x) + text.trimStart();
    line.right = Math.max(line.right, right);
  }
  for (const one of lines) one.text = one.text.trim();
  return lines;
}

function gapBetween(line: PdfLine, next: string, x: number): string {
  const gap = (x - line.right) / line.size;
  if (gap > CELL_GAP) return '\t';
  const isWide = WIDE.test(line.text.trimEnd().slice(-1)) && WIDE.test(next.trimStart().charAt(0));
  if (isWide) return gap > WIDE_GAP ? ' ' : '';
  const isWritten = line.text.endsWith(' ') || next.startsWith(' ');
  return isWritten || gap > WORD_GAP ? ' ' : '';
}

/** What stands between two lines that are one paragraph: a space only between words that are not Han. */
export function seam(before: string, after: string): string {
  if (WIDE.test(before.slice(-1)) || WIDE.test(after.charAt(0))) return '';
  return before.endsWith('-') ? '' : ' ';
}
