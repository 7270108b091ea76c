import type { PdfLine } from './pdf-lines.ts';
import { joinLines } from './pdf-lines.ts';

/** A paragraph of a page, or a line of its furniture. */
export interface PdfParagraph {
  readonly text: string;
  readonly furniture: boolean;
  /** 1 for the title, 2 for other lines in large letters, 0 for text. */
  readonly rank: 0 | 1 | 2;
  /** Whether its first line goes on with the paragraph before it, and its last may go on with the next one. */
  readonly continues: boolean;
  readonly isOpen: boolean;
  /** Index behind its last line, among the lines of its page. */
  readonly end: number;
}

const PAGE_NUMBER =
  /^[-–—·\s]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6})(?:\s*[页頁])?(?:\s*[/／共]\s*[共]?\s*\d{1,4}\s*[页頁]?)?[-–—·\s]*$/u;
/** A numbered point begins a paragraph. */
const NUMBERING =
  /^(?:第.{1,5}[章节節条條编編]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)])/u;
/** Lines at the top and at the bottom of a page that may be furniture. */
const EDGE_LINES = 2;
const LEAST_REPEATS = 3;

/** Text of a line at the edge, its numbers made equal, so that 第3页 and 第4页 are one line. */
function pattern(line: PdfLine): string {
  return line.text.replace(/\d+/gu, '#').replace(/\s+/gu, '');
}

/** The lines of each page that are headers, footers and page numbers: they come again on at least a third of the pages. */
export function pageFurniture(pages: readonly (readonly PdfLine[])[]): ReadonlySet<PdfLine> {
  const edges = pages.map((lines) => {
    const ordered = lines.toSorted((a, b) => b.y - a.y);
    return [...new Set([...ordered.slice(0, EDGE_LINES), ...ordered.slice(-EDGE_LINES)])];
  });
  const counts = new Map<string, number>();
  for (const lines of edges) {
    for (const key of new Set(lines.map(pattern))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const least = Math.max(LEAST_REPEATS, pages.length / 3);
  const found = new Set<PdfLine>();
  for (const lines of edges) {
    for (const line of lines) {
      const isNumber =
        PAGE_NUMBER.test(line.text) && (counts.get(pattern(line)) ?? 0) >= Math.min(2, pages.length);
      if (isNumber || (counts.get(pattern(line)) ?? 0) >= least) found.add(line);
    }
  }
  return found;
}

/**
 * Joins the lines of a page to paragraphs: a line goes on when it reaches the right margin and the next one is of its size,
 * near below it and not indented. `pictures`: points that pictures take before a line, by its index; a paragraph goes on below one
 * in the middle of a sentence only.
 */
export function paragraphsOf(
  lines: readonly PdfLine[],
  furniture: ReadonlySet<PdfLine>,
  rankOf: (line: PdfLine) => PdfParagraph['rank'],
  pictures: ReadonlyMap<number, number> = new Map(),
): readonly PdfParagraph[] {
  const body = lines.filter((line) => !furniture.has(line));
  const left = Math.min(...body.map((line) => line.left));
  const right = Math.max(...body.map((line) => line.right));
  const leading = median(body.slice(1).map((line, index) => Math.abs((body[index]?.y ?? 0) - line.y)));
  const isFull = (line: PdfLine): boolean =>
    line.right > (line.column?.right ?? right) - line.size * 1.6 && !line.text.includes('\t');
  const isIndented = (line: PdfLine): boolean => line.left > (line.column?.left ?? left) + line.size * 0.9;

  const paragraphs: PdfParagraph[] = [];
  let last: PdfLine | undefined;
  for (const [index, line] of lines.entries()) {
    const end = index + 1;
    if (furniture.has(line)) {
      paragraphs.push({ text: line.text, furniture: true, rank: 0, continues: false, isOpen: false, end });
      continue;
    }
    const before = paragraphs.at(-1);
    const rank = rankOf(line);
    const isCaption = pictures.has(index) && CAPTION.test(line.text);
    const goesOn =
      last !== undefined &&
      !isCaption &&
      before?.furniture === false &&
      before.rank === rank &&
      !line.text.includes('\t') &&
      Math.abs(last.size - line.size) < line.size * 0.15 &&
      (rank > 0
        ? // Lines of a title are centred: neither margin nor indentation says anything.
          Math.abs(last.y - line.y) < line.size * 2.2 && before.text.length + line.text.length < LONGEST_TITLE
        : isFull(last) &&
          !isIndented(line) &&
          isBelow(last, line, leading, pictures.get(index)) &&
          !isNext(last, line));
    // A page of one line shows no margins: nothing tells that it goes on.
    const isOpen = rank === 0 && body.length > 1 && isFull(line);
    if (goesOn) {
      const text = joinLines(before.text, line.text);
      paragraphs[paragraphs.length - 1] = { ...before, text, isOpen, end };
    } else {
      const continues =
        last === undefined && rank === 0 && !isCaption && !isIndented(line) && !NUMBERING.test(line.text);
      paragraphs.push({ text: line.text, furniture: false, rank, continues, isOpen, end });
    }
    last = line;
  }
  return paragraphs;
}

/** Whether a line is a point of its own: what stands before it is ended. Not all texts are indented. */
function isNext(last: PdfLine, line: PdfLine): boolean {
  return /[。；：！？]$/u.test(last.text) && NUMBERING.test(line.text);
}

/** What a line begins with that names the picture above it. */
const CAPTION = /^[图圖表]\s*[\d一二三四五六七八九十]/u;
/** What ends a sentence. */
const CLOSING = /[。；：！？][”」』）]?$/u;

/** Whether a line is near below another, or at the top of the next column. */
function isBelow(last: PdfLine, line: PdfLine, leading: number, picture: number | undefined): boolean {
  const isNextColumn = last.column !== undefined && line.column !== undefined && line.y > last.y;
  if (isNextColumn) return true;
  if (picture === undefined) return Math.abs(last.y - line.y) < leading * 1.6;
  return !CLOSING.test(last.text) && Math.abs(last.y - line.y) - picture < leading * 2.6;
}

/** Letters so much larger than the text's are of a heading, the largest on the first page of the title. */
const LARGE = 1.2;
const LONGEST_LARGE = 60;
const LONGEST_TITLE = 80;

/** Says of each line whether it stands in large letters. */
export function rankBySize(pages: readonly (readonly PdfLine[])[]): (line: PdfLine) => PdfParagraph['rank'] {
  const chars = new Map<number, number>();
  for (const { size, text } of pages.flat()) {
    const rounded = Math.round(size);
    chars.set(rounded, (chars.get(rounded) ?? 0) + text.length);
  }
  const [body = 0] = [...chars].sort((a, b) => b[1] - a[1])[0] ?? [];
  const isLarge = ({ size, text }: PdfLine): boolean =>
    size > body * LARGE && text.length <= LONGEST_LARGE && !/[。；\t]/u.test(text);
  const first = (pages[0] ?? []).filter(isLarge);
  const largest = Math.max(0, ...first.map(({ size }) => size));
  const titles = new Set(first.filter(({ size }) => size > largest * 0.95));
  return (line) => (isLarge(line) ? (titles.has(line) ? 1 : 2) : 0);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
