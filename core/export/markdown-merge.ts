import type { ExportedReport, Sha256Hex } from './exported-report.ts';
import { readReportId } from './front-matter.ts';
import { blockOf, writeBlock, writeConflict, type MarkdownBlock } from './markdown-block.ts';
import { frontMatterOf } from './markdown-file.ts';
import { insertMissingNotes } from './markdown-insert.ts';
import { cutMarkdown, insideOf, type Piece } from './markdown-pieces.ts';
import { arranged, type DeletedNotes, type MarkdownStyle } from './markdown-style.ts';
import { struckMarkdown } from './strike-block.ts';
import { updateFrontMatter } from './update-front-matter.ts';

/** How deep blocks that were put into each other are followed. */
const DEEPEST = 100;

export interface MergeDependencies {
  readonly sha256Hex: Sha256Hex;
  /** Whether a note still exists anywhere in the library: a block that the user moved here from another file stays. */
  readonly isAlive: (annotationId: string) => boolean;
  /** What becomes of untouched blocks of deleted notes; left out, they go. */
  readonly deleted?: DeletedNotes;
  /** Left out, the format's own. */
  readonly style?: MarkdownStyle | undefined;
}

export interface MergedFile {
  readonly text: string;
  /** Blocks that the user has changed; ours stands beside each. */
  readonly conflicts: number;
}

/**
 * A file that was exported before, brought up to date (DESIGN 9.22): our untouched blocks are rewritten in place, untouched
 * blocks of deleted notes go, new ones come in order, and a block that the user has changed stays, with ours beside it.
 * Everything else, line ends and byte order mark included, stays byte for byte; a second run changes nothing.
 */
export function mergeMarkdownFile(
  existing: string,
  wanted: ExportedReport,
  deps: MergeDependencies,
): MergedFile {
  let merged = mergeOnce(existing, wanted, deps);
  // Where the user put a block into another one that is gone now, the ends of the outer one make a block again.
  let before = existing;
  for (let depth = 0; merged.hasLooseEnds && merged.text !== before && depth < DEEPEST; depth += 1) {
    before = merged.text;
    merged = mergeOnce(before, wanted, deps);
  }
  return { text: merged.text, conflicts: merged.conflicts };
}

function mergeOnce(
  existing: string,
  wanted: ExportedReport,
  { sha256Hex, isAlive, deleted, style }: MergeDependencies,
): MergedFile & { readonly hasLooseEnds: boolean } {
  const report = arranged(wanted, style);
  const write = (block: MarkdownBlock): string => writeBlock(block, sha256Hex);
  const mark = existing.startsWith('\uFEFF') ? '\uFEFF' : '';
  const lineEnd = existing.includes('\r\n') ? '\r\n' : '\n';
  const text = withOurKeys(existing.slice(mark.length), report, style);
  const pieces = cutMarkdown(text, sha256Hex);
  const changed = new Set(pieces.flatMap((piece) => (isChanged(piece) ? [piece.id] : [])));
  const besideChanged = new Set(pieces.flatMap((piece) => (isConflict(piece) ? [piece.id] : [])));
  const notes = new Map(report.notes.map((note) => [note.id, note]));

  const result: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === 'text') {
      result.push(piece);
      continue;
    }
    const note = notes.get(piece.id);
    const ours = note === undefined ? null : blockOf(note, style?.bodyOf);
    if (piece.state === 'changed') {
      result.push(piece);
      if (ours === null || besideChanged.has(piece.id)) continue;
      const conflict = `${endOfLine(piece.text, lineEnd)}${lineEnd}${withLineEnds(writeConflict(ours), lineEnd)}${lineEnd}`;
      result.push({ kind: 'block', id: piece.id, state: 'conflict', text: conflict });
      besideChanged.add(piece.id);
    } else if (piece.state === 'conflict') {
      if (ours !== null && changed.has(piece.id)) result.push(rewritten(piece, writeConflict(ours), lineEnd));
      else takeBlankLine(result, pieces[index + 1]);
    } else if (ours !== null) {
      result.push(rewritten(piece, write(ours), lineEnd));
    } else if (isAlive(piece.id)) {
      result.push(piece);
    } else if (deleted === 'strike') {
      const body = struckMarkdown(insideOf(piece.text).trim(), piece.id);
      result.push(rewritten(piece, write({ id: piece.id, body }), lineEnd));
    } else {
      takeBlankLine(result, pieces[index + 1]);
    }
  }
  insertMissingNotes(result, report.notes, (note) => write(blockOf(note, style?.bodyOf)), lineEnd);
  return {
    text: mark + result.map((piece) => piece.text).join(''),
    conflicts: changed.size,
    hasLooseEnds: pieces.some((piece) => piece.kind === 'text' && piece.text.includes('<!-- zhupi n')),
  };
}

/** A file into which the user told us to write, but whose front matter names another report or none, keeps it as it is. */
function withOurKeys(text: string, report: ExportedReport, style: MarkdownStyle | undefined): string {
  if (readReportId(text) !== report.reportId) return text;
  return updateFrontMatter(text, frontMatterOf(report, style));
}

function isChanged(piece: Piece): piece is Extract<Piece, { kind: 'block' }> {
  return piece.kind === 'block' && piece.state === 'changed';
}

function isConflict(piece: Piece): piece is Extract<Piece, { kind: 'block' }> {
  return piece.kind === 'block' && piece.state === 'conflict';
}

/** The piece with new text; a line end behind the block stays as it was. */
function rewritten(piece: Extract<Piece, { kind: 'block' }>, text: string, lineEnd: string): Piece {
  const end = /[\r\n]*$/u.exec(piece.text)?.[0] ?? '';
  const mixed = withLineEnds(text, lineEnd);
  const same = piece.text.replace(/\r\n?/gu, '\n') === `${text}${end.replace(/\r\n?/gu, '\n')}`;
  return same ? piece : { ...piece, text: mixed + end };
}

/** Takes away the blank line that stood before a block that goes, unless it is needed before what follows. */
function takeBlankLine(result: Piece[], next: Piece | undefined): void {
  const last = result.at(-1);
  if (last?.kind !== 'text' || (next !== undefined && !/^[\r\n]/u.test(next.text))) return;
  const text = last.text.replace(/\r\n\r\n$/u, '\r\n').replace(/(?<!\r)\n\n$/u, '\n');
  result[result.length - 1] = { kind: 'text', text };
}

function endOfLine(text: string, lineEnd: string): string {
  return /[\r\n]$/u.test(text) ? '' : lineEnd;
}

function withLineEnds(text: string, lineEnd: string): string {
  return lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd);
}
