import type { Annotation } from '#core/annotations/record.ts';

/** What the list of notes is narrowed to. */
export interface NotesFilter {
  readonly text: string;
  /** Empty = every colour. */
  readonly codes: readonly string[];
}

/** A note with the words it can be found by. */
export interface ListedNote {
  readonly note: Annotation;
  readonly quote: string;
  readonly label: string;
  readonly shown: boolean;
}

/** Notes of the wanted colours that hold every word of the filter in their quote, their words or their tags. */
export function filterNotes(
  listed: readonly ListedNote[],
  { text, codes }: NotesFilter,
): readonly ListedNote[] {
  const words = text.toLowerCase().split(/\s+/u).filter(Boolean);
  if (words.length === 0 && codes.length === 0) return listed;
  return listed.filter(({ note, quote }) => {
    if (codes.length > 0 && !codes.includes(note.code)) return false;
    const said = [quote, note.note, ...note.tags].join('\n').toLowerCase();
    return words.every((word) => said.includes(word));
  });
}
