import type { ComponentType, ReactElement } from 'react';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { RepairPane } from './RepairPane.tsx';

/** A pane that gives its place to the list of repairs while that is shown. */
export function withRepairs(Pane: ComponentType): ComponentType {
  return function RightPane(): ReactElement {
    const shown = useWindow((state) => state.repairsShown);
    return shown ? <RepairPane /> : <Pane />;
  };
}
