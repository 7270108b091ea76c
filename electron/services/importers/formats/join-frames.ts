import type { Edit } from '#core/text/edit.ts';
import { removal } from './furniture-edits.ts';
import type { ImportedDocument } from './imported-document.ts';

/** A page with more text than this has its frames for maps, counters and logins. */
const MUCH_CHARS = 200;
/** What a browser writes where a frame could not be loaded. */
const FAILED = /\bERR_[A-Z_]{3,40}\b/u;

/**
 * A page and the pages of its frames, in the order in which they were saved, as one document. Frames of a page that has a text
 * itself, and holds more than they do, are furniture.
 */
export function joinFrames(page: ImportedDocument, frames: readonly ImportedDocument[]): ImportedDocument {
  const shown = shownChars(page);
  return frames.reduce<ImportedDocument>((whole, frame) => {
    if (frame.source === '') return whole;
    const from = whole.source === '' ? 0 : whole.source.length + 1;
    const source = whole.source === '' ? frame.source : `${whole.source}\n${frame.source}`;
    const isFurniture = FAILED.test(frame.source) || (shown > MUCH_CHARS && shown > shownChars(frame));
    const edits = isFurniture
      ? [removal(source, { start: from, end: source.length }, 'page-furniture', 0.9)]
      : frame.edits.map((edit) => moved(edit, from));
    return {
      ...whole,
      source,
      blocks: [...whole.blocks, ...frame.blocks.map((block) => moved(block, from))],
      edits: [...whole.edits, ...edits],
    };
  }, page);
}

function moved<Range extends Pick<Edit, 'start' | 'end'>>(range: Range, by: number): Range {
  return { ...range, start: range.start + by, end: range.end + by };
}

/** UTF-16 units that the reading text keeps. */
function shownChars({ source, edits }: ImportedDocument): number {
  return edits.reduce((sum, { start, end }) => sum - (end - start), source.length);
}
