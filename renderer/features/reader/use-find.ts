import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useCommand } from '#renderer/state/window/commands.ts';
import { findModel, useFind } from '#renderer/state/find/find-model.ts';
import { searchModel } from '#renderer/state/search/search-model.ts';
import { useWindowParts } from '#renderer/state/window/use-window.ts';
import type { Reader } from './reader.ts';
import { selectionAsQuery } from './selection-as-query.ts';

/** Joins the find bar to the article: its keys, the selection as its query, what is in sight, and where to go. */
export function useFindInReport(reader: Reader, reportId: string): void {
  const parts = useWindowParts();
  const { store } = parts;
  const model = findModel(parts);

  useCommand('find', () => {
    if (store.getState().mainPane !== 'reading') return false;
    const source = reader.selectionNow()?.source;
    const query = source === undefined ? null : selectionAsQuery(reader.selectedText());
    if (source === undefined || query === null) model.open();
    else model.open(query, source.start);
  });
  const step = (direction: 1 | -1) => (): boolean => {
    const { isOpen, query } = model.state.getState();
    if (store.getState().mainPane !== 'reading') return false;
    // A search over everything is walked through where the bar is closed.
    const isSearched = searchModel(parts).state.getState().answer !== null;
    if (!isOpen && (query.trim() === '' || isSearched)) return false;
    void model.step(direction);
    return true;
  };
  useCommand('find-next', step(1));
  useCommand('find-previous', step(-1));

  const built = useStore(reader.state, (state) => state.built);
  const isOpen = useFind((state) => state.isOpen);
  useEffect(() => {
    if (!isOpen || built === 0) return undefined;
    let request = 0;
    const look = (): void => {
      cancelAnimationFrame(request);
      request = requestAnimationFrame(() => model.look(reader.findSight.range()));
    };
    look();
    reader.scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      cancelAnimationFrame(request);
      reader.scroller.removeEventListener('scroll', look);
    };
  }, [reader, model, isOpen, built]);

  const target = useFind((state) => state.target);
  useEffect(() => {
    if (built === 0 || target?.reportId !== reportId || !model.state.getState().isOpen) return;
    const block = reader.findSight.blockSeen(target.range);
    if (block === null) reader.jumpTo(target.range, false);
    else reader.setCurrent(block, false);
  }, [reader, model, reportId, built, target]);
}
