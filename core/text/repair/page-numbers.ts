import type { TextRange } from '../../base/text-range.ts';
import { filledLines } from './lines.ts';
import type { Line } from './lines.ts';

/** — 1 —, - 12 -, ·3·, 第 3 页, 第3页 共10页, 3/10, Page 3 of 10. A bare number must stand by a form feed. */
const NUMBERED =
  /^[\s\f]*(?:[-—–－―~·•]{1,3}\s*(?<dashed>[\d０-９]{1,4})\s*[-—–－―~·•]{1,3}|第\s*(?<named>[\d０-９]{1,4})\s*[页頁](?:\s*[,，/／、]?\s*[共总總]\s*[\d０-９]{1,4}\s*[页頁])?|(?<of>\d{1,4})\s*[/／]\s*\d{1,4}|page\s*(?<page>\d{1,4})(?:\s*(?:of|\/)\s*\d{1,4})?|(?<bare>\d{1,4}))[\s\f]*$/iu;
/** So many numbers that count up are those of pages. */
const LEAST_PAGES = 2;
const LEAST_BARE = 3;
const LONGEST_RUNNING_HEAD = 40;

interface NumberedLine {
  readonly index: number;
  readonly line: Line;
  readonly number: number;
  readonly kind: string;
}

function numberedLines(lines: readonly Line[]): readonly NumberedLine[] {
  return lines.flatMap((line, index) => {
    if (line.text.length > LONGEST_RUNNING_HEAD) return [];
    const groups = NUMBERED.exec(line.text)?.groups ?? {};
    const [kind, written] = Object.entries(groups).find(([, value]) => value !== undefined) ?? [];
    if (kind === undefined || written === undefined) return [];
    // Rows of numbers are a table.
    if (kind === 'bare' && !line.text.includes('\f') && !isParted(lines, index)) return [];
    return [{ index, line, number: Number(written.normalize('NFKC')), kind }];
  });
}

/** Whether a form feed stands at the end of the line before or the head of the next. */
function isParted(lines: readonly Line[], index: number): boolean {
  const [before, behind] = [lines[index - 1]?.text ?? '', lines[index + 1]?.text ?? ''];
  return before.endsWith('\f') || behind.startsWith('\f');
}

/** The longest run of one kind that counts up by one. */
function countedUp(numbered: readonly NumberedLine[]): readonly NumberedLine[] {
  let best: readonly NumberedLine[] = [];
  for (const kind of new Set(numbered.map((one) => one.kind))) {
    const own = numbered.filter((one) => one.kind === kind);
    let from = 0;
    for (const [at, one] of own.entries()) {
      if (at > 0 && one.number !== (own[at - 1]?.number ?? 0) + 1) from = at;
      const next = own[at + 1];
      if (next?.number === one.number + 1) continue;
      const length = at + 1 - from;
      if (length >= (kind === 'bare' ? LEAST_BARE : LEAST_PAGES) && length > best.length) {
        best = own.slice(from, at + 1);
      }
    }
  }
  return best;
}

/**
 * The numbers of a document's pages in its text, each with the line breaks around it, so that what stands before and behind a
 * page's end comes together: lines of nothing but a number, at least two that count up by one. In order.
 */
export function pageNumberLines(text: string): readonly TextRange[] {
  const lines = filledLines(text);
  const pages = countedUp(numberedLines(lines));
  return pages.flatMap(({ index }) => {
    const [before, behind] = [lines[index - 1], lines[index + 1]];
    if (before === undefined || behind === undefined) return [];
    return [{ start: before.end, end: behind.start }];
  });
}
