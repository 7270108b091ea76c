import type { BlockKind } from './block.ts';
import type { MarkedBlock, Piece } from './markdown-pieces.ts';
import { joinsWithSpace } from './markdown-text.ts';

/** Characters that are text wherever they stand in a line. */
const TEXT = String.raw`[\p{Script=Han}A-Za-z0-9，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』…—·‰\u2160-\u217f\u2460-\u24ff\uff01-\uff5e\u3000 .,:;%()/"'+=?-]`;
const INNER = String.raw`(?![ \u3000])${TEXT}(?:${TEXT}*(?![ \u3000])${TEXT})?`;
const text = new RegExp(`${TEXT}+`, 'uy');
/**
 * Emphasis, code and links whose words hold no other mark. Two runs of asterisks of one length that follow each other are a
 * pair where the first can open and the second can close (CommonMark 0.31, 6.2).
 */
const marked = new RegExp(
  String.raw`(\*\*|\*|${'`'})(${INNER})\1(?![*${'`'}])|\[(${INNER})\]\([A-Za-z0-9._/:?=%-]+\)`,
  'uy',
);
/** Punctuation, in the sense of emphasis. */
const SIGN = /[\p{P}\p{S}]/u;
/** Addresses that GitHub makes links of; they may end elsewhere than they seem to. */
const ADDRESS = /:\/\/|www\./iu;
/** What begins a line of a paragraph and nothing else. */
const PARAGRAPH_START =
  /^(?:[\p{Script=Han}A-Za-z，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』…—·％～\u3000[]|\*{1,2}[^\s*]|`[^`]|\d+(?![\d.)]))/u;
const HEADING = /^(#{1,6}) (?=\S)/u;
const ITEM = /^(?:[-*+]|(\d{1,9})[.)]) /u;
const QUOTE = /^> /u;

/** A line of a text, in UTF-16 offsets, without its break. */
export interface SourceLine {
  readonly start: number;
  readonly end: number;
}

interface OpenBlock {
  readonly kind: BlockKind;
  readonly level: number;
  readonly form: 'paragraph' | 'heading' | 'bullet' | 'ordered' | 'quote';
  readonly pieces: Piece[];
}

/** What stands in a line between its marks: text, or the words of a marked place. */
interface Part extends SourceLine {
  readonly isText: boolean;
}

/**
 * The blocks of lines that stand together at the top of a Markdown text, if they are of the simple kinds that need no parser:
 * paragraphs, headings, items of one level and quotations whose marks inside the lines are neither nested nor broken. Null for
 * all others.
 */
export function simpleBlocks(source: string, lines: readonly SourceLine[]): readonly MarkedBlock[] | null {
  const blocks: OpenBlock[] = [];
  let open: OpenBlock | undefined;
  let before: Part | undefined;
  for (const { start, end } of lines) {
    const line = source.slice(start, end);
    const begun = beginningOf(line, start, open);
    if (begun === null) return null;
    const parts = partsOf(source, start + begun.length, end);
    if (parts === null) return null;
    if (begun.block !== undefined) {
      open = begun.block;
      before = undefined;
      blocks.push(open);
    }
    if (open === undefined) return null;
    addLine(source, open.pieces, parts, before);
    before = parts.at(-1);
  }
  return blocks.map(({ kind, level, pieces }) => ({ kind, level, pieces }));
}

interface Beginning {
  /** Units of the mark before the words. */
  readonly length: number;
  /** The block that the line begins; undefined where it goes on with the one before. */
  readonly block: OpenBlock | undefined;
}

/** What a line begins with; null where that needs a parser. */
function beginningOf(line: string, start: number, open: OpenBlock | undefined): Beginning | null {
  const heading = HEADING.exec(line);
  if (heading !== null) {
    const level = heading[1]?.length ?? 1;
    return { length: level + 1, block: { kind: 'heading', level, form: 'heading', pieces: [] } };
  }
  const item = ITEM.exec(line);
  const mark = item ?? QUOTE.exec(line);
  const length = mark?.[0].length ?? 0;
  if (!PARAGRAPH_START.test(line.slice(length, length + 12))) return null;
  if (item !== null) return itemBeginning(item, start, open);
  const isPlain = mark === null;
  const goesOn = open !== undefined && open.form !== 'heading' && (isPlain ? true : open.form === 'quote');
  if (goesOn) return { length, block: undefined };
  const form = isPlain ? 'paragraph' : 'quote';
  return { length, block: { kind: 'paragraph', level: 0, form, pieces: [] } };
}

function itemBeginning(item: RegExpExecArray, start: number, open: OpenBlock | undefined): Beginning | null {
  const number = item[1];
  // Only the first number breaks into a paragraph.
  const isFree = open === undefined || open.form === 'heading' || open.form === 'ordered';
  if (number !== undefined && !isFree && Number(number) !== 1) return null;
  const end = start + item[0].length - 1;
  const pieces: Piece[] = [
    number === undefined ? { start, end, after: '•' } : { start, end },
    { start: end, end: end + 1 },
  ];
  const form = number === undefined ? 'bullet' : 'ordered';
  return { length: item[0].length, block: { kind: 'list-item', level: 1, form, pieces } };
}

/** The parts of a line; null where it holds anything that needs a parser. */
function partsOf(source: string, start: number, end: number): readonly Part[] | null {
  if (start >= end || source[end - 1] === ' ') return null;
  const parts: Part[] = [];
  let at = start;
  while (at < end) {
    text.lastIndex = at;
    marked.lastIndex = at;
    const plain = text.exec(source)?.[0];
    const mark = plain === undefined ? marked.exec(source) : null;
    if (plain !== undefined) parts.push({ start: at, end: at + plain.length, isText: true });
    else if (mark === null) return null;
    else {
      const words = mark[2] ?? mark[3] ?? '';
      const from = at + (mark[1]?.length ?? 1);
      if (
        mark[1]?.startsWith('*') === true &&
        !isPair(source, { start: at, end: at + mark[0].length }, words)
      ) {
        return null;
      }
      parts.push({ start: from, end: from + words.length, isText: false });
    }
    at += plain?.length ?? mark?.[0].length ?? 0;
  }
  const isSound = parts.every((part) => !ADDRESS.test(source.slice(part.start, part.end)));
  return isSound ? parts : null;
}

/** Behind a letter no asterisks open before punctuation, and none close behind punctuation before a letter. */
function isPair(source: string, { start, end }: SourceLine, words: string): boolean {
  const isEdge = (beside: string): boolean =>
    beside === '' || /[\s\u3000]/u.test(beside) || SIGN.test(beside);
  return (
    (!SIGN.test(words.charAt(0)) || isEdge(source.charAt(start - 1))) &&
    (!SIGN.test(words.slice(-1)) || isEdge(source.charAt(end)))
  );
}

/** Words that go on in the next line are joined by a space where no Han character stands at the seam. */
function addLine(source: string, pieces: Piece[], parts: readonly Part[], before: Part | undefined): void {
  parts.forEach(({ start, end, isText }, index) => {
    const isSeam = index === 0 && isText && before?.isText === true;
    const isSpaced = isSeam && joinsWithSpace(source[before.end - 1], source[start]);
    pieces.push(isSpaced ? { start, end, lead: ' ' } : { start, end });
  });
}
