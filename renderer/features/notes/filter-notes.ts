import type { Annotation, AnchorState } from '#core/annotations/record.ts';

/** What the list of notes is narrowed to. */
export interface NotesFilter {
  readonly text: string;
  /** Empty = every colour. */
  readonly codes: readonly string[];
  /** Empty = every state. */
  readonly states: readonly AnchorState[];
}

/** `place`: by the text; `state`: what asks for the user first; `time`: the last changed first. */
export const NOTE_SORTS = ['place', 'state', 'time'] as const;
export type NoteSort = (typeof NOTE_SORTS)[number];

/** A note with the words it can be found by. */
export interface ListedNote {
  readonly note: Annotation;
  readonly quote: string;
  readonly label: string;
  readonly shown: boolean;
}

/** Notes of the wanted colours and states that hold every word of the filter in their quote, their words or their tags. */
export function filterNotes(
  listed: readonly ListedNote[],
  { text, codes, states }: NotesFilter,
): readonly ListedNote[] {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length + codes.length + states.length === 0) return listed;
  return listed.filter(({ note, quote }) => {
    if (states.length > 0 && !states.includes(note.state)) return false;
    if (codes.length > 0 && !codes.includes(note.code)) return false;
    const said = [quote, note.note, ...note.tags].join('\n').toLowerCase();
    return words.every((word) => said.includes(word));
  });
}

/** What asks for the user stands first. */
const URGENCY: Readonly<Record<AnchorState, number>> = { doubtful: 0, orphan: 1, moved: 2, exact: 3 };

/** The notes in the order asked for; `listed` stands in the order of the text, which ties keep. */
export function sortNotes(listed: readonly ListedNote[], sort: NoteSort): readonly ListedNote[] {
  switch (sort) {
    case 'place':
      return listed;
    case 'state':
      return listed.toSorted((a, b) => URGENCY[a.note.state] - URGENCY[b.note.state]);
    case 'time':
      return listed.toSorted((a, b) => b.note.updatedAt - a.note.updatedAt);
  }
}
