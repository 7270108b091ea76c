import { useState } from 'react';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { switchOne } from '#renderer/state/report/repair-switches.ts';
import { decideRepairs, type Repair, type RepairChange } from '#renderer/state/report/report-repairs.ts';
import { useWindowParts } from '#renderer/state/window/use-window.ts';

export interface Switches {
  /** As the switch shows it: at once, before the text follows. */
  readonly isApplied: (repair: Repair) => boolean;
  readonly decide: (changes: readonly RepairChange[]) => void;
  readonly switchOne: (repair: Repair, applied: boolean) => void;
}

interface Waiting {
  readonly content: ReportContent;
  /** By the repair's key. */
  readonly applied: ReadonlyMap<string, boolean>;
}

/** The switches of a report's repairs, which show what was asked for until the text shows it. */
export function useSwitches(content: ReportContent): Switches {
  const parts = useWindowParts();
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const asked = waiting?.content === content ? waiting.applied : null;
  const decide = (changes: readonly RepairChange[]): void => {
    const applied = new Map(asked ?? []);
    for (const { repair, applied: wanted } of changes) applied.set(repair.key, wanted ?? repair.byDefault);
    setWaiting({ content, applied });
    // Where it could not be done the switches go back.
    void decideRepairs(parts, changes).then((done) => (done ? undefined : setWaiting(null)));
  };
  return {
    isApplied: (repair) => asked?.get(repair.key) ?? repair.edit.applied,
    decide,
    switchOne: (repair, applied) => decide([switchOne(repair, applied)]),
  };
}
