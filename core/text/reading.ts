import type { TextRange } from '../base/text-range.ts';
import type { SourceFormat } from '../report/report.ts';
import { applyEdits } from './apply-edits.ts';
import { classifyDocumentLine, classifyLine } from './block-kinds.ts';
import type { Block } from './block.ts';
import { lineRanges } from './blocks.ts';
import type { Edit } from './edit.ts';
import { markdownBlocks } from './markup.ts';
import { toB } from './map-range.ts';
import type { OffsetMap } from './offset-map.ts';
import { splitRemovals } from './split-removals.ts';

/** A report as it is read: blocks joined by exactly one line feed, and the way back to its source. */
export interface Reading {
  readonly text: string;
  /** Source to reading. */
  readonly map: OffsetMap;
  /** In order; each is one line of `text`, never empty. */
  readonly blocks: readonly Block[];
}

/** What a reading text is made of; blocks and edits in UTF-16 offsets of the source. */
export interface ReadableSource {
  readonly source: string;
  readonly format: SourceFormat;
  readonly edits: readonly Edit[];
  /** What the document that the source was written from says its blocks are; null for a text file. */
  readonly blocks: readonly Block[] | null;
}

/** A report whose edits the user may have switched or added to. */
interface ShownSource extends ReadableSource {
  /** Null when she has decided nothing. */
  readonly shownEdits: readonly Edit[] | null;
}

/** The reading text as it is shown and quoted: with the user's decisions and corrections. */
export function shownReadingOf(report: ShownSource): Reading {
  return readingOfSource({ ...report, edits: report.shownEdits ?? report.edits });
}

/**
 * The reading text of a stored report as its rule set makes it: outline, labels and index are of this one (DESIGN 9.11).
 */
export function readingOfSource({ source, format, edits, blocks }: ReadableSource): Reading {
  return buildReading(source, format, edits, blocks);
}

/**
 * The reading text that a report's complete list of edits (repairs, markup and layout, in source offsets) makes. Kinds of
 * blocks come from the document and from the line itself where an adapter wrote the source, from the line alone in plain
 * text, from the marks in Markdown.
 */
export function buildReading(
  source: string,
  format: SourceFormat,
  edits: readonly Edit[],
  documentBlocks: readonly Block[] | null = null,
): Reading {
  const edited = applyEdits(source, edits);
  const text = edited.text;
  const map = splitRemovals(edited.map, source);
  const lines = lineRanges(text);
  if (documentBlocks !== null) {
    return { text, map, blocks: documentKinds(text, kindsOf(documentBlocks, map, lines)) };
  }
  if (format === 'txt') {
    const blocks = lines.map((line, index) => {
      const { kind, level } = classifyLine(text.slice(line.start, line.end), index === 0);
      return { kind, level, start: line.start, end: line.end };
    });
    return { text, map, blocks };
  }
  return { text, map, blocks: kindsOf(markdownBlocks(source), map, lines) };
}

/** Blocks before which a title of the document's own must stand for the first line to be none. */
const HEAD_BLOCKS = 8;

/** Lines of a document: what it says of them, and what their words say. */
function documentKinds(text: string, said: readonly Block[]): Block[] {
  const isTitled = said.slice(0, HEAD_BLOCKS).some(({ kind, level }) => kind === 'heading' && level === 1);
  return said.map((block, index) => {
    const line = text.slice(block.start, block.end);
    return { ...block, ...classifyDocumentLine(line, block, index === 0 && !isTitled) };
  });
}

/** Gives each line the kind of the block of the source that most of it was made from. */
function kindsOf(sourceBlocks: readonly Block[], map: OffsetMap, lines: readonly TextRange[]): Block[] {
  const marked = sourceBlocks.map((block) => ({ ...block, ...toB(map, block) }));
  let next = 0;
  return lines.map(({ start, end }) => {
    let best: Block | undefined;
    let most = 0;
    for (let index = next; index < marked.length; index += 1) {
      const block = marked[index];
      if (block === undefined || block.start >= end) break;
      if (block.end <= start) next = index + 1;
      const shared = Math.min(block.end, end) - Math.max(block.start, start);
      if (shared > most) [best, most] = [block, shared];
    }
    return { kind: best?.kind ?? 'paragraph', level: best?.level ?? 0, start, end };
  });
}
