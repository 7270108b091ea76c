import type { ExportedNote } from './exported-report.ts';
import type { Piece } from './markdown-pieces.ts';
import { headingMarkdown } from './markdown-text.ts';

/**
 * Puts the blocks of notes that a file does not hold yet into its pieces, in the order of the notes: behind the note before
 * it in the same section, else before the one after it, else under the section's heading, which is written where it is not
 * there; `write` makes a block. Changes `pieces`; the user's text is cut at most at line ends.
 */
export function insertMissingNotes(
  pieces: Piece[],
  notes: readonly ExportedNote[],
  write: (note: ExportedNote) => string,
  lineEnd: string,
): void {
  notes.forEach((note, index) => {
    if (lastPieceOf(pieces, note.id) >= 0) return;
    const block = write(note);
    const inSection = (other: ExportedNote): boolean => other.section === note.section;
    const before = notes
      .slice(0, index)
      .findLast((other) => inSection(other) && lastPieceOf(pieces, other.id) >= 0);
    if (before !== undefined) {
      return insertAt(pieces, lastPieceOf(pieces, before.id) + 1, note.id, block, lineEnd);
    }
    const after = notes
      .slice(index + 1)
      .find((other) => inSection(other) && firstPieceOf(pieces, other.id) >= 0);
    if (after !== undefined) return insertAt(pieces, firstPieceOf(pieces, after.id), note.id, block, lineEnd);
    if (note.section === '') return insertAt(pieces, cutAtHeading(pieces, 0), note.id, block, lineEnd);

    const heading = headingMarkdown(note.section, 2);
    const under = cutBehindLine(pieces, heading);
    if (under >= 0) return insertAt(pieces, under, note.id, block, lineEnd);
    const previous = notes.slice(0, index).findLast((other) => lastPieceOf(pieces, other.id) >= 0);
    const from =
      previous === undefined
        ? placeBeforeNext(pieces, notes.slice(index + 1))
        : lastPieceOf(pieces, previous.id) + 1;
    const at = previous === undefined ? from : cutAtHeading(pieces, from);
    insertAt(pieces, at, note.id, `${heading}\n\n${block}`, lineEnd);
  });
}

function firstPieceOf(pieces: readonly Piece[], id: string): number {
  return pieces.findIndex((piece) => piece.kind === 'block' && piece.id === id);
}

function lastPieceOf(pieces: readonly Piece[], id: string): number {
  return pieces.findLastIndex((piece) => piece.kind === 'block' && piece.id === id);
}

/** A section that comes before all that are there: in front of the first heading of level 2, or at the end. */
function placeBeforeNext(pieces: Piece[], following: readonly ExportedNote[]): number {
  const heading = cutAtHeading(pieces, 0);
  if (heading < pieces.length) return heading;
  const next = following.find((note) => firstPieceOf(pieces, note.id) >= 0);
  return next === undefined ? pieces.length : firstPieceOf(pieces, next.id);
}

/** Cuts a text piece before the first heading of level 2 from a piece on; the index of the second half, or the end. */
function cutAtHeading(pieces: Piece[], from: number): number {
  return cutText(pieces, from, /^##[ \t]/mu, (match) => match.index) ?? pieces.length;
}

/** Cuts a text piece behind a line; the index of what follows, or -1 where the line stands nowhere. */
function cutBehindLine(pieces: Piece[], line: string): number {
  const escaped = line.replace(/[$()*+.?[\\\]^{|}/-]/gu, '\\$&');
  const pattern = new RegExp(`^${escaped}[ \\t]*(?:\\r\\n|\\n|\\r|$)`, 'mu');
  return cutText(pieces, 0, pattern, (match) => match.index + match[0].length) ?? -1;
}

function cutText(
  pieces: Piece[],
  from: number,
  pattern: RegExp,
  place: (match: RegExpExecArray) => number,
): number | undefined {
  for (let at = from; at < pieces.length; at += 1) {
    const piece = pieces[at];
    const match = piece?.kind === 'text' ? pattern.exec(piece.text) : null;
    if (piece === undefined || match === null) continue;
    const cut = place(match);
    const halves: Piece[] = [piece.text.slice(0, cut), piece.text.slice(cut)].map((text) => ({
      kind: 'text',
      text,
    }));
    pieces.splice(at, 1, ...halves);
    return at + 1;
  }
  return undefined;
}

/** Inserts with one blank line before and, where text follows, one behind. */
function insertAt(pieces: Piece[], at: number, id: string, text: string, lineEnd: string): void {
  const before = edge(pieces.slice(0, at).toReversed(), (own, more) => more.slice(-4) + own);
  const behind = edge(pieces.slice(at), (own, more) => own + more.slice(0, 1));
  const blankLine = /(?:\r\n|\n)(?:\r\n|\n)$/u.test(before);
  const gap = before === '' || blankLine ? '' : /[\r\n]$/u.test(before) ? lineEnd : lineEnd + lineEnd;
  const end = behind === '' || /^[\r\n]/u.test(behind) ? lineEnd : lineEnd + lineEnd;
  const own = lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd);
  pieces.splice(at, 0, { kind: 'block', id, state: 'ours', text: gap + own + end });
}

/** A few characters of the text next to a place: pieces may be empty or as short as a line end. */
function edge(pieces: readonly Piece[], add: (own: string, more: string) => string): string {
  let own = '';
  for (const piece of pieces) {
    if (own.length >= 4) break;
    own = add(own, piece.text);
  }
  return own;
}
