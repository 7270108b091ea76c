import type { StoreApi } from 'zustand/vanilla';
import type { TextRange } from '#core/base/text-range.ts';
import type { FoundSeed } from '#core/ipc/calls/find-calls.ts';
import { placeNumbered, shownPlaces } from './find-state.ts';
import type { FindState, ShownPlaces } from './find-state.ts';
import type { WindowParts } from '../window/use-window.ts';

interface PlacesDeps {
  readonly parts: WindowParts;
  readonly state: StoreApi<FindState>;
  /** What was found is not kept any more. */
  readonly onLost: () => void;
}

/** Asks for some of the places that were found; null when they are those of an older question. */
export type AskPlaces = (seed: FoundSeed, most: number) => Promise<ShownPlaces | null>;

/** Places that are painted at once, and asked for around a step. */
const MOST_PAINTED = 3000;
const AROUND_STEP = 200;

/** From place to place of the find bar, and those in sight. */
export function findPlaces({ parts: { client, store }, state, onLost }: PlacesDeps) {
  let sight: TextRange = { start: 0, end: 0 };

  const ask: AskPlaces = async (seed, most) => {
    const { found } = state.getState();
    if (found === null) return null;
    const answer = await client.foundPlaces({ id: found.id, seed, most });
    if (state.getState().found !== found) return null;
    if (!answer.ok) store.getState().tellError(answer.error);
    else if (answer.value === null) onLost();
    else return shownPlaces(answer.value);
    return null;
  };

  /** Has the places in sight painted. */
  const paint = async (): Promise<void> => {
    const { shown, found } = state.getState();
    if (found === null) return;
    if (shown !== null && shown.start <= sight.start && sight.end <= shown.end) return;
    const wanted = sight;
    const next = await ask({ kind: 'text', ...wanted }, MOST_PAINTED);
    if (next !== null && wanted === sight) state.setState({ shown: next });
  };

  /** Goes to the place of a number, counted on around the ends. */
  const goToNumber = async (number: number, near: ShownPlaces | null): Promise<void> => {
    const { found, shown } = state.getState();
    if (found === null || found.total === 0) return;
    const wanted = ((number % found.total) + found.total) % found.total;
    const range =
      placeNumbered(near, wanted) ??
      placeNumbered(shown, wanted) ??
      placeNumbered(await ask({ kind: 'numbers', from: wanted, to: wanted + 1 }, AROUND_STEP), wanted);
    if (range === undefined || state.getState().found !== found) return;
    const serial = (state.getState().target?.serial ?? 0) + 1;
    state.setState({ current: wanted, target: { reportId: found.reportId, range, serial } });
  };

  /** Goes to the first place at or behind an offset of the source; to the very first when there is none. */
  const goToFirst = async (from: number): Promise<void> => {
    const around = await ask({ kind: 'text', start: from, end: from + 1 }, AROUND_STEP);
    if (around === null) return;
    const at = around.places.findIndex(({ start }) => start >= from);
    const number = around.first + (at === -1 ? around.places.length : at);
    if (number >= (state.getState().found?.total ?? 0)) state.setState({ wrapped: 'to-start' });
    await goToNumber(number, around);
  };

  /** To the next place (1) or the one before (-1), around the ends; from nowhere to the first behind `here`. */
  const walk = async (direction: 1 | -1, here: number): Promise<void> => {
    const { current, found } = state.getState();
    if (found === null || found.total === 0) return;
    const next = (current ?? 0) + direction;
    const around = next < 0 ? 'to-end' : next >= found.total ? 'to-start' : null;
    state.setState({ wrapped: current === null ? null : around });
    await (current === null ? goToFirst(here) : goToNumber(next, null));
  };

  return {
    ask,
    paint,
    goToFirst,
    walk,
    look: (now: TextRange): void => {
      sight = now;
      if (state.getState().isOpen) void paint();
    },
  };
}
