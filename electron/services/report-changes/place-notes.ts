import type { Anchor, Annotation } from '#core/annotations/record.ts';
import { changeAnchor } from '#core/annotations/change-anchor.ts';
import type { NoteRecordChange } from '#core/annotations/commands.ts';
import { isReportNote, reportAnchor } from '#core/annotations/report-note.ts';
import type { ReadableSource } from '#core/text/reading.ts';
import { carryNote, type CarriedPlace, type NewText, type NoteToCarry } from './carry-notes.ts';
import type { PlaceByBytes } from './place-by-bytes.ts';
import type { PlaceByText } from './place-by-text.ts';

export interface NotesToPlace {
  readonly notes: readonly NoteToCarry[];
  /** The text that is being left. */
  readonly old: ReadableSource & NewText;
  readonly current: ReadableSource & NewText;
  /** An older text that an orphan counts in; undefined when there is none. */
  readonly findText: (sourceHash: string) => ReadableSource | undefined;
  /** Set when both texts are decodings of the same file. */
  readonly placeByBytes: PlaceByBytes | null;
}

/**
 * The changes that carry a report's notes to another text. Notes of a text that was decoded anew follow their bytes; all
 * others go from the last text in which their place was sure, so that doubts do not add up. A note on the whole report is
 * exact in every text.
 */
export function placeNotes(all: NotesToPlace, placeByText: PlaceByText): readonly NoteRecordChange[] {
  const notes = all.notes.filter(({ note }) => !isReportNote(note));
  const request = { ...all, notes };
  const { old, current, placeByBytes } = request;
  const placed = new Map<Annotation, CarriedPlace>();
  if (placeByBytes !== null) {
    const byBytes = notes.filter(({ note }) => isIn(note, old));
    const places = placeByBytes(byBytes.map(({ note }) => note.anchor));
    byBytes.forEach(({ note }, at) => {
      const place = places[at];
      // Bytes carry a doubtful place as faithfully as any other; that does not make it sure.
      if (place !== undefined) {
        placed.set(note, note.state === 'doubtful' ? { ...place, state: 'doubtful' } : place);
      }
    });
  }
  const rest = notes.filter(({ note }) => !placed.has(note));
  for (const hash of new Set(rest.map(({ anchor }) => anchor.sourceHash))) {
    const group = rest.filter(({ anchor }) => anchor.sourceHash === hash);
    const from = hash === old.sourceHash ? old : (request.findText(hash) ?? old);
    const places = placeByText(
      from,
      current,
      group.map(({ anchor }) => anchor),
    );
    group.forEach(({ note }, at) => {
      const place = places[at];
      if (place !== undefined) placed.set(note, place);
    });
  }
  for (const [note, place] of placesBack(request, placed, placeByText)) placed.set(note, place);
  return all.notes.flatMap((each) => {
    if (isReportNote(each.note)) {
      const anchor = reportAnchor(current.sourceHash);
      return changeAnchor(each.note, { anchor, state: 'exact' }) ?? [];
    }
    const place = placed.get(each.note);
    return (place && carryNote(each, place, current)) ?? [];
  });
}

/**
 * The places of notes that are back where they stood exact: in the very same text, at their own characters however they
 * grew on the way; in another one, where both the last text in which they were exact and the one that is left say so.
 */
function placesBack(
  { notes, old, current, findText }: NotesToPlace,
  placed: ReadonlyMap<Annotation, CarriedPlace>,
  placeByText: PlaceByText,
): ReadonlyMap<Annotation, CarriedPlace> {
  const back = new Map<Annotation, CarriedPlace>();
  const asked = new Map<string, Asked[]>();
  for (const { note, exactAnchors } of notes) {
    const same = exactAnchors.find(({ sourceHash }) => sourceHash === current.sourceHash);
    if (same !== undefined) {
      back.set(note, { start: same.start, end: same.end, state: 'exact', isBack: true });
      continue;
    }
    const place = placed.get(note);
    const anchor = exactAnchors[0];
    if (place === undefined || anchor === undefined || !isSure(place)) continue;
    if (current.source.slice(place.start, place.end) !== anchor.exact) continue;
    const group = asked.get(anchor.sourceHash) ?? [];
    asked.set(anchor.sourceHash, group);
    group.push({ note, place, anchor });
  }
  for (const [hash, group] of asked) {
    const from = hash === old.sourceHash ? old : findText(hash);
    if (from === undefined) continue;
    const again = placeByText(
      from,
      current,
      group.map(({ anchor }) => anchor),
    );
    group.forEach(({ note, place: { start, end } }, at) => {
      const found = again[at];
      if (found?.state !== 'exact' || found.start !== start || found.end !== end) return;
      back.set(note, { start, end, state: 'exact', isBack: true });
    });
  }
  return back;
}

interface Asked {
  readonly note: Annotation;
  readonly place: CarriedPlace;
  readonly anchor: Anchor;
}

function isSure({ state }: CarriedPlace): boolean {
  return state === 'exact' || state === 'moved';
}

function isIn({ state, anchor }: Annotation, { sourceHash }: NewText): boolean {
  return state !== 'orphan' && anchor.sourceHash === sourceHash;
}
