import { firstIndex } from '#core/base/first-index.ts';

/** What one line of the list is: the head of a report's notes, or the note at a place of the list. */
export type ListLine =
  { readonly kind: 'head'; readonly group: number } | { readonly kind: 'note'; readonly index: number };

/** Where heads and notes stand, without a list of every line: counts of tens of thousands cost nothing. */
export interface ListLayout {
  readonly lines: number;
  lineAt(at: number): ListLine;
  /** The line of the note at an index of the list. */
  lineOfNote(index: number): number;
  /** The index of the first note at a line or behind it. */
  noteAtOrBehind(at: number): number;
}

/** @param groups counts of notes under each head, in order; empty = no heads */
export function listLayout(matching: number, groups: readonly { readonly count: number }[]): ListLayout {
  const headOf: number[] = [];
  let line = 0;
  for (const { count } of groups) {
    headOf.push(line);
    line += count + 1;
  }
  /** The last group whose head stands at a line or before it. */
  const groupAt = (at: number): number => firstIndex(headOf.length, (group) => (headOf[group] ?? 0) > at) - 1;
  return {
    lines: matching + headOf.length,
    lineAt: (at) => {
      const group = groupAt(at);
      if (group >= 0 && headOf[group] === at) return { kind: 'head', group };
      return { kind: 'note', index: at - group - 1 };
    },
    lineOfNote: (index) => index + firstIndex(headOf.length, (group) => (headOf[group] ?? 0) - group > index),
    noteAtOrBehind: (at) => {
      const group = groupAt(at);
      return headOf[group] === at ? at - group : at - group - 1;
    },
  };
}
