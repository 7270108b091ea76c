import { firstIndex } from '#core/base/first-index.ts';
import { useState } from 'react';
import type { OutlineEntry } from '#renderer/state/report/report-outline.ts';
import { useShownReport } from '#renderer/state/report/shown-report.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';

/**
 * The section that is read: the one in sight, or the one that was chosen until the user moves on in the text (of several
 * points in one line, or at the end of a text, another one may stand where the eye is). -1 above the first.
 */
export function useCurrentEntry(entries: readonly OutlineEntry[]): {
  readonly current: number;
  readonly choose: (index: number) => void;
} {
  const inSight = useShownReport((state) => state.inSight);
  const moves = useShownReport((state) => state.moves);
  const jump = useWindow((state) => state.jump);
  const [choice, setChoice] = useState<{ readonly index: number; readonly moves: number } | null>(null);
  const elsewhere = choice !== null && jump !== null && jump.start !== entries[choice.index]?.sourceStart;
  if (choice !== null && (elsewhere || choice.moves !== moves)) setChoice(null);
  return {
    current: choice?.index ?? entryAt(entries, inSight),
    choose: (index) => setChoice({ index, moves }),
  };
}

/** The last entry that begins at or before a source offset. */
export function entryAt(entries: readonly OutlineEntry[], offset: number): number {
  return firstIndex(entries.length, (at) => (entries[at]?.sourceStart ?? 0) > offset) - 1;
}
