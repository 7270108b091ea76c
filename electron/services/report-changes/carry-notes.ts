import { changeAnchor } from '#core/annotations/change-anchor.ts';
import type { Anchor, AnchorState, Annotation } from '#core/annotations/record.ts';
import type { NoteRecordChange } from '#core/annotations/commands.ts';
import type { TextRange } from '#core/base/text-range.ts';
import { contextOf } from '#core/text/context.ts';

/** A note on its way to another text, with the last anchor that was sure. */
export interface NoteToCarry {
  readonly note: Annotation;
  readonly anchor: Anchor;
  /** Where it stood exact before, the newest first: see exact-anchors.ts. */
  readonly exactAnchors: readonly Anchor[];
}

/** Where a note stands in the new text. */
export interface CarriedPlace extends TextRange {
  readonly state: AnchorState;
  /** It stands again where it once stood exact, so nothing is left for the user to look at. */
  readonly isBack?: boolean;
}

/** The text that notes are carried to. */
export interface NewText {
  readonly source: string;
  readonly sourceHash: string;
}

/**
 * The change that puts a note at its place in a new text. A lost one keeps its quote and the text that this counts in; a
 * moved one stays moved until the user has seen it, or until it is back where it was exact. The user's own time of change stays. Null when nothing changes.
 */
export function carryNote(
  { note, anchor }: NoteToCarry,
  { start, end, state, isBack }: CarriedPlace,
  { source, sourceHash }: NewText,
): NoteRecordChange | null {
  if (state === 'orphan') return changeAnchor(note, { anchor, state });
  // A text that lost its characters at this place cannot hold a highlight.
  if (start === end && note.kind !== 'bookmark') return changeAnchor(note, { anchor, state: 'orphan' });
  const range = { start, end };
  const isStillMoved = state === 'exact' && note.state === 'moved' && isBack !== true;
  return changeAnchor(note, {
    anchor: { ...range, ...contextOf(source, range), sourceHash },
    state: isStillMoved ? 'moved' : state,
  });
}
