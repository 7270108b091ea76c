import type { ExportedNote } from './exported-report.ts';
import { markdownPlaces, type MarkdownPlaces } from './markdown-places.ts';
import type { Piece } from './markdown-pieces.ts';
import { headingMarkdown } from './markdown-text.ts';

/**
 * Puts the blocks of notes that a file does not hold yet into its pieces, in the order of the notes: behind the note before
 * it in the same section, else before the one after it, else under the section's heading, which is written where it is not
 * there; `write` makes a block. Nothing goes into front matter, code or HTML, where it would not be read as Markdown.
 * Changes `pieces`; the user's text is cut at most at line ends.
 */
export function insertMissingNotes(
  pieces: Piece[],
  notes: readonly ExportedNote[],
  write: (note: ExportedNote) => string,
  lineEnd: string,
): void {
  if (notes.every(({ id }) => lastPieceOf(pieces, id) >= 0)) return;
  const file = fileOf(pieces);
  notes.forEach((note, index) => {
    if (lastPieceOf(pieces, note.id) >= 0) return;
    const block = write(note);
    const insert = (at: number, text: string): void => {
      insertAt(file, openPlace(file, at), note.id, text, lineEnd);
    };
    const inSection = (other: ExportedNote): boolean => other.section === note.section;
    const before = notes
      .slice(0, index)
      .findLast((other) => inSection(other) && lastPieceOf(pieces, other.id) >= 0);
    if (before !== undefined) return insert(lastPieceOf(pieces, before.id) + 1, block);
    const after = notes
      .slice(index + 1)
      .find((other) => inSection(other) && firstPieceOf(pieces, other.id) >= 0);
    if (after !== undefined) return insert(firstPieceOf(pieces, after.id), block);
    if (note.section === '') return insert(cutAtHeading(file, 0), block);

    const heading = headingMarkdown(note.section, 2);
    const under = cutBehindHeading(file, heading);
    if (under >= 0) return insert(under, block);
    const previous = notes.slice(0, index).findLast((other) => lastPieceOf(pieces, other.id) >= 0);
    const at =
      previous === undefined
        ? placeBeforeNext(file, notes.slice(index + 1))
        : cutAtHeading(file, lastPieceOf(pieces, previous.id) + 1);
    insert(at, `${heading}\n\n${block}`);
  });
}

/** Pieces of a file, with the places that it had before anything was inserted: they stay true, as offsets of the old text. */
interface OpenFile {
  readonly pieces: Piece[];
  readonly inserted: Set<Piece>;
  readonly places: MarkdownPlaces;
}

function fileOf(pieces: Piece[]): OpenFile {
  return { pieces, inserted: new Set(), places: markdownPlaces(pieces.map(({ text }) => text).join('')) };
}

function firstPieceOf(pieces: readonly Piece[], id: string): number {
  return pieces.findIndex((piece) => piece.kind === 'block' && piece.id === id);
}

function lastPieceOf(pieces: readonly Piece[], id: string): number {
  return pieces.findLastIndex((piece) => piece.kind === 'block' && piece.id === id);
}

/** A section that comes before all that are there: in front of the first heading of level 2, or at the end. */
function placeBeforeNext(file: OpenFile, following: readonly ExportedNote[]): number {
  const { pieces } = file;
  const heading = cutAtHeading(file, 0);
  if (heading < pieces.length) return heading;
  const next = following.find((note) => firstPieceOf(pieces, note.id) >= 0);
  return next === undefined ? pieces.length : firstPieceOf(pieces, next.id);
}

/** Cuts the user's text before the first heading of level 2 from a piece on; the index of the second half, or the end. */
function cutAtHeading(file: OpenFile, from: number): number {
  const least = offsetOf(file, from);
  for (const { start } of file.places.headings) {
    const at = start < least ? null : cutAt(file, start);
    if (at !== null && file.pieces[at]?.kind === 'text') return at;
  }
  return file.pieces.length;
}

/** Cuts the user's text behind a heading; the index of what follows, or -1 where the heading stands nowhere. */
function cutBehindHeading(file: OpenFile, heading: string): number {
  for (const { text, start, end } of file.places.headings) {
    const at = text === heading ? cutAt(file, start) : null;
    if (at !== null && file.pieces[at]?.kind === 'text') return cutAt(file, end) ?? -1;
  }
  return -1;
}

/** The place itself where Markdown is read as such, else the next behind it, or at last before it, that is so. */
function openPlace(file: OpenFile, at: number): number {
  const { places, pieces } = file;
  const wanted = offsetOf(file, at);
  if (places.isOpen(wanted)) return at;
  const offsets = new Set([...places.aroundClosed, ...pieces.map((_, index) => offsetOf(file, index + 1))]);
  const open = [...offsets].filter((offset) => places.isOpen(offset)).toSorted((a, b) => a - b);
  const nearest = [
    ...open.filter((offset) => offset > wanted),
    ...open.filter((offset) => offset < wanted).toReversed(),
  ];
  for (const offset of nearest) {
    const found = cutAt(file, offset);
    if (found !== null) return found;
  }
  return pieces.length;
}

/** Where a piece begins in the text before anything was inserted. */
function offsetOf({ pieces, inserted }: OpenFile, index: number): number {
  return pieces
    .slice(0, index)
    .reduce((sum, piece) => sum + (inserted.has(piece) ? 0 : piece.text.length), 0);
}

/** The index of the piece that begins at an offset, behind what was inserted there; cuts the user's text, and a block never: null. */
function cutAt({ pieces, inserted }: OpenFile, offset: number): number | null {
  let start = 0;
  for (const [index, piece] of pieces.entries()) {
    if (inserted.has(piece)) continue;
    if (start === offset) return index;
    const cut = offset - start;
    if (cut < piece.text.length) {
      if (piece.kind === 'block') return null;
      const halves = [piece.text.slice(0, cut), piece.text.slice(cut)];
      pieces.splice(index, 1, ...halves.map((text): Piece => ({ kind: 'text', text })));
      return index + 1;
    }
    start += piece.text.length;
  }
  return pieces.length;
}

/** Inserts with one blank line before and, where text follows, one behind. */
function insertAt(
  { pieces, inserted }: OpenFile,
  at: number,
  id: string,
  text: string,
  lineEnd: string,
): void {
  const before = edge(pieces.slice(0, at).toReversed(), (own, more) => more.slice(-4) + own);
  const behind = edge(pieces.slice(at), (own, more) => own + more.slice(0, 1));
  const blankLine = /(?:\r\n|\n)(?:\r\n|\n)$/u.test(before);
  const gap = before === '' || blankLine ? '' : /[\r\n]$/u.test(before) ? lineEnd : lineEnd + lineEnd;
  const end = behind === '' || /^[\r\n]/u.test(behind) ? lineEnd : lineEnd + lineEnd;
  const own = lineEnd === '\n' ? text : text.replaceAll('\n', lineEnd);
  const piece: Piece = { kind: 'block', id, state: 'ours', text: gap + own + end };
  pieces.splice(at, 0, piece);
  inserted.add(piece);
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
