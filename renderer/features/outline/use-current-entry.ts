import { useState } from 'react';
import type { OutlineEntry } from '#renderer/state/report-outline.ts';
import { useShownReport } from '#renderer/state/shown-report.ts';

/** An entry that was chosen, and what was in sight then and after the jump. */
interface Choice {
  readonly index: number;
  readonly before: number;
  readonly arrived: number | null;
}

/**
 * The section that is read: the one in sight, or the one that was chosen until the user scrolls on (at the end of a text
 * a short section never comes up to where the eye is). -1 above the first.
 */
export function useCurrentEntry(entries: readonly OutlineEntry[]): {
  readonly current: number;
  readonly choose: (index: number) => void;
} {
  const inSight = useShownReport((state) => state.inSight);
  const [choice, setChoice] = useState<Choice | null>(null);
  const kept = follow(choice, inSight);
  if (kept !== choice) setChoice(kept);
  return {
    current: kept?.index ?? entryAt(entries, inSight),
    choose: (index) => setChoice({ index, before: inSight, arrived: null }),
  };
}

function follow(choice: Choice | null, inSight: number): Choice | null {
  if (choice === null) return null;
  if (choice.arrived === null) return inSight === choice.before ? choice : { ...choice, arrived: inSight };
  return inSight === choice.arrived ? choice : null;
}

/** The last entry that begins at or before a source offset. */
function entryAt(entries: readonly OutlineEntry[], offset: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((entries[middle]?.sourceStart ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
