import { ANCHOR_STATES, type AnchorState } from '#core/annotations/record.ts';
import type { NotebookAnswer } from '#core/ipc/calls/notebook-calls.ts';

/** How many notes of the list have each state, as the list is narrowed by it; none where all simply stand in their places. */
export function countedStates({
  counts,
}: NotebookAnswer): readonly { readonly state: AnchorState; readonly count: number }[] {
  const used = ANCHOR_STATES.flatMap((state) => {
    const count = counts.states.find(({ value }) => value === state)?.count ?? 0;
    return count > 0 ? [{ state, count }] : [];
  });
  return used.every(({ state }) => state === 'exact') ? [] : used;
}
