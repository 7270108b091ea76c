import { useState } from 'react';

/** Which rows of a list are chosen: one is active, Shift extends from the anchor, Ctrl adds. Rows are named by id. */
export interface Choice {
  readonly activeId: string | null;
  readonly chosenIds: ReadonlySet<string>;
  readonly take: (id: string) => void;
  readonly extendTo: (id: string) => void;
  readonly toggle: (id: string) => void;
  readonly takeAll: () => void;
  readonly drop: () => void;
}

interface ChoiceState {
  readonly anchor: string | null;
  readonly active: string | null;
  readonly chosen: ReadonlySet<string>;
}

const NONE: ChoiceState = { anchor: null, active: null, chosen: new Set() };

/** A choice among `ids`, in their order; ids that are no longer there are left out. */
export function useChoice(ids: readonly string[]): Choice {
  const [state, setState] = useState<ChoiceState>(NONE);
  const there = new Set(ids);
  const activeId = state.active !== null && there.has(state.active) ? state.active : null;
  const chosenIds = new Set([...state.chosen].filter((id) => there.has(id)));
  return {
    activeId,
    chosenIds,
    take: (id) => setState({ anchor: id, active: id, chosen: new Set([id]) }),
    extendTo: (id) => {
      const from = ids.indexOf(state.anchor ?? id);
      const to = ids.indexOf(id);
      const [first, last] = from < to ? [from, to] : [to, from];
      setState({
        anchor: state.anchor ?? id,
        active: id,
        chosen: new Set(ids.slice(Math.max(0, first), last + 1)),
      });
    },
    toggle: (id) => {
      const chosen = new Set(chosenIds);
      if (!chosen.delete(id)) chosen.add(id);
      setState({ anchor: id, active: id, chosen });
    },
    drop: () => setState(NONE),
    takeAll: () =>
      setState({ anchor: ids[0] ?? null, active: activeId ?? ids[0] ?? null, chosen: new Set(ids) }),
  };
}
