import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Block } from './block.ts';
import { MARKUP_RULE } from './edit-rules.ts';
import type { Edit } from './edit.ts';
import type { MarkedBlock, Piece } from './markdown-pieces.ts';
import { withoutDepth } from './markdown-depth.ts';
import { parseWithoutRuns } from './markdown-runs.ts';
import { parseInUnits } from './markdown-units.ts';
import { readableBlocks } from './markdown-walk.ts';

/** Its transforms look for addresses in finished text and make nodes that have no place in the source. */
const placedExtensions = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

/**
 * The edits that hide Markdown's marks (CommonMark with GitHub's extensions, and YAML front matter): of headings, emphasis,
 * links, quotations, code, tables and HTML only the words stay. Bullets become •, cells are parted by a tab, lines that the
 * author wrapped are joined. Offsets count in `source`. Blank lines and spaces at the ends of lines are left to the layout.
 */
export function markupEdits(source: string): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let isFirst = true;
  for (const block of parse(source)) {
    block.pieces.forEach((piece, index) => {
      if (index > 0) replaceGap(edits, source, at, piece.start, piece.lead ?? '');
      else hideBetweenBlocks(edits, source, at, piece.start, { isEdge: isFirst, lead: piece.lead ?? '' });
      if (piece.after !== undefined) pushEdit(edits, source, piece.start, piece.end, piece.after);
      at = piece.end;
      isFirst = false;
    });
  }
  hideBetweenBlocks(edits, source, at, source.length, { isEdge: true, lead: '' });
  return edits;
}

/** The blocks of a Markdown text, in offsets of `source`, from the first to the last word of each. */
export function markdownBlocks(source: string): readonly Block[] {
  return parse(source).flatMap(({ kind, level, pieces }) => {
    const [first, last] = [pieces[0], pieces.at(-1)];
    return first === undefined || last === undefined
      ? []
      : [{ kind, level, start: first.start, end: last.end }];
  });
}

/** The last text parsed: the edits of a report and the kinds of its blocks are asked for one after the other. */
let lastParsed: { readonly source: string; readonly blocks: readonly MarkedBlock[] } | undefined;

function parse(source: string): readonly MarkedBlock[] {
  if (lastParsed?.source !== source) lastParsed = { source, blocks: parseBlocks(source) };
  return lastParsed.blocks;
}

/** Blocks whose pieces are in order: a footnote or a table that the parser moved would break the list of edits. */
function parseBlocks(source: string): readonly MarkedBlock[] {
  const skipped = frontMatterLength(source);
  // The parser takes a byte order mark off, which would shift its offsets.
  const marks = /^\ufeff+/u.exec(source.slice(skipped))?.[0].length ?? 0;
  const base = skipped + marks;
  const whole = source.slice(base);
  const text = withoutDepth(whole);
  let end = 0;
  const blocks: MarkedBlock[] = [];
  const parseParts = (part: string): readonly MarkedBlock[] => parseWithoutRuns(part, parseMarkdown);
  for (const block of parseInUnits(text, parseParts)) {
    const pieces: Piece[] = [];
    for (const found of block.pieces) {
      const piece = pieces.length === 0 ? withoutIndent(found, whole) : found;
      if (piece.start < end || piece.start === piece.end) continue;
      end = piece.end;
      pieces.push(placed(piece, whole, text, base));
    }
    if (pieces.length > 0) blocks.push({ ...block, pieces });
  }
  return blocks;
}

/** Behind a break inside a paragraph its words may begin with white space. */
function withoutIndent(piece: Piece, source: string): Piece {
  if (piece.after !== undefined || piece.lead !== undefined) return piece;
  const words = source.slice(piece.start, piece.end);
  return { ...piece, start: piece.start + words.length - words.replace(/^[\t ]+/u, '').length };
}

/** A piece at its place in the source; one that holds marks that were taken for text shows them as they stand there. */
function placed(piece: Piece, whole: string, text: string, base: number): Piece {
  const { after, ...range } = { ...piece, start: piece.start + base, end: piece.end + base };
  const isWhole =
    whole === text || whole.slice(piece.start, piece.end) === text.slice(piece.start, piece.end);
  return after === undefined || !isWhole ? range : { ...range, after };
}

function parseMarkdown(text: string): readonly MarkedBlock[] {
  return readableBlocks(text, fromMarkdown(text, { extensions: [gfm()], mdastExtensions: placedExtensions }));
}

/** Code units of the YAML front matter with its marks, 0 when there is none. */
function frontMatterLength(source: string): number {
  return (
    /^\ufeff?---[ \t]*(?:\r\n|\r|\n)(?:[^\r\n]*(?:\r\n|\r|\n))*?(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/u.exec(
      source,
    )?.[0].length ?? 0
  );
}

function replaceGap(edits: Edit[], source: string, start: number, end: number, after: string): void {
  if (start < end || after !== '') pushEdit(edits, source, start, end, after);
}

/**
 * Hides the marks between two blocks and leaves, or puts, a line break there; `lead` stands for marks right before the next
 * block's words (tabs of empty first cells). At the ends of the text no break is needed.
 */
function hideBetweenBlocks(
  edits: Edit[],
  source: string,
  from: number,
  to: number,
  { isEdge, lead }: { readonly isEdge: boolean; readonly lead: string },
): void {
  const gap = source.slice(from, to);
  const core = gap.trim();
  const hasBreak = (text: string): boolean => /[\r\n]/u.test(text);
  if (core === '') {
    if (!isEdge && !hasBreak(gap)) pushEdit(edits, source, from, to, '\n');
    else if (to < source.length) hideIndent(edits, source, from, to);
    return;
  }
  const before = gap.slice(0, gap.length - gap.trimStart().length);
  const behind = gap.slice(gap.trimEnd().length);
  // Spaces beside the marks on the same line go with them; breaks stay for the layout.
  const start = hasBreak(before) ? from + before.length - tabbedIndent(before).length : from;
  const end = hasBreak(behind) ? to - behind.length : to;
  const isBroken = isEdge || hasBreak(before) || hasBreak(behind);
  pushEdit(edits, source, start, end, (isBroken ? '' : '\n') + (end === to ? lead : ''));
  if (to < source.length) hideIndent(edits, source, end, to);
}

function hideIndent(edits: Edit[], source: string, from: number, to: number): void {
  const indent = tabbedIndent(source.slice(from, to));
  if (indent !== '') pushEdit(edits, source, to - indent.length, to, '');
}

/**
 * The white space behind the last break, where it has a tab: in front of a block that would look like the empty first cell of a
 * row to the layout, which takes spaces away.
 */
function tabbedIndent(gap: string): string {
  const indent = /[^\r\n]*$/u.exec(gap)?.[0] ?? '';
  return indent.includes('\t') ? indent : '';
}

function pushEdit(edits: Edit[], source: string, start: number, end: number, after: string): void {
  const before = source.slice(start, end);
  if (before === after) return;
  edits.push({ start, end, before, after, rule: MARKUP_RULE, confidence: 1, applied: true });
}
