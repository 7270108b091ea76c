import type { ExportedReport, Sha256Hex } from './exported-report.ts';
import { updateFrontMatter } from './front-matter.ts';
import { blockOf, writeBlock, writeConflict } from './markdown-block.ts';
import { frontMatterOf } from './markdown-file.ts';
import { insertMissingNotes } from './markdown-insert.ts';
import { cutMarkdown, type Piece } from './markdown-pieces.ts';

export interface MergeDependencies {
  readonly sha256Hex: Sha256Hex;
  /** Whether a note still exists anywhere in the library: a block that the user moved here from another file stays. */
  readonly isAlive: (annotationId: string) => boolean;
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
  report: ExportedReport,
  { sha256Hex, isAlive }: MergeDependencies,
): MergedFile {
  const mark = existing.startsWith('\uFEFF') ? '\uFEFF' : '';
  const lineEnd = existing.includes('\r\n') ? '\r\n' : '\n';
  const text = updateFrontMatter(existing.slice(mark.length), frontMatterOf(report));
  const pieces = cutMarkdown(text, sha256Hex);
  const changed = new Set(pieces.flatMap((piece) => (isChanged(piece) ? [piece.id] : [])));
  const besideChanged = new Set(pieces.flatMap((piece) => (isConflict(piece) ? [piece.id] : [])));
  const notes = new Map(report.notes.map((note) => [note.id, note]));

  const result: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'text') {
      result.push(piece);
      continue;
    }
    const note = notes.get(piece.id);
    const ours = note === undefined ? null : blockOf(note);
    if (piece.state === 'changed') {
      result.push(piece);
      if (ours === null || besideChanged.has(piece.id)) continue;
      const conflict = `${endOfLine(piece.text, lineEnd)}${lineEnd}${withLineEnds(writeConflict(ours), lineEnd)}${lineEnd}`;
      result.push({ kind: 'block', id: piece.id, state: 'conflict', text: conflict });
      besideChanged.add(piece.id);
    } else if (piece.state === 'conflict') {
      if (ours !== null && changed.has(piece.id)) result.push(rewritten(piece, writeConflict(ours), lineEnd));
      else takeBlankLine(result);
    } else if (ours !== null) {
      result.push(rewritten(piece, writeBlock(ours, sha256Hex), lineEnd));
    } else if (isAlive(piece.id)) {
      result.push(piece);
    } else {
      takeBlankLine(result);
    }
  }
  insertMissingNotes(result, report.notes, sha256Hex, lineEnd);
  return { text: mark + result.map((piece) => piece.text).join(''), conflicts: changed.size };
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

/** Takes away the blank line that stood between the text before and a block that goes. */
function takeBlankLine(result: Piece[]): void {
  const last = result.at(-1);
  if (last?.kind !== 'text') return;
  const text = last.text.replace(/\r\n\r\n$/u, '\r\n').replace(/(?<!\r)\n\n$/u, '\n');
  result[result.length - 1] = { kind: 'text', text };
}

function endOfLine(text: string, lineEnd: string): string {
  return /[\r\n]$/u.test(text) ? '' : lineEnd;
}

function withLineEnds(text: string, lineEnd: string): string {
  return lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd);
}
