import { useEffect } from 'react';
import { shownReport } from '#renderer/state/report/shown-report.ts';
import { useWindowParts } from '#renderer/state/window/use-window.ts';
import type { Reader } from './reader.ts';

/** Tells the panes beside the article what it shows: words, selection, and what is in sight when scrolling rests. */
export function usePublishedReport(reader: Reader, reportId: string): void {
  const { store } = useWindowParts();
  useEffect(() => {
    const shown = shownReport(store);
    const next = (): number => shown.getState().serial + 1;
    const publish = (): void =>
      shown.setState({
        reportId,
        serial: next(),
        inSight: reader.placeInSight(),
        textOf: (source) => reader.shownTextOf(source),
        focusText: () => reader.focus(),
      });
    if (reader.state.getState().built > 0) publish();
    const stop = reader.state.subscribe((state, before) => {
      if (state.built > 0 && (state.built !== before.built || state.script !== before.script)) publish();
      if (state.selection !== before.selection) {
        shown.setState({ selection: state.selection?.source ?? null });
      }
    });
    let rest: ReturnType<typeof setTimeout> | undefined;
    const onScroll = (): void => {
      clearTimeout(rest);
      rest = setTimeout(() => shown.setState({ inSight: reader.placeInSight() }), REST);
    };
    const onMove = (): void => shown.setState({ moves: shown.getState().moves + 1 });
    reader.scroller.addEventListener('scroll', onScroll, { passive: true });
    for (const name of USER_MOVES) reader.scroller.addEventListener(name, onMove, { passive: true });
    return () => {
      stop();
      clearTimeout(rest);
      reader.scroller.removeEventListener('scroll', onScroll);
      for (const name of USER_MOVES) reader.scroller.removeEventListener(name, onMove);
      if (shown.getState().reportId === reportId) {
        shown.setState({ reportId: null, serial: next(), selection: null, textOf: () => null });
      }
    };
  }, [reader, reportId, store]);
}

const USER_MOVES = ['wheel', 'pointerdown', 'keydown', 'touchmove'] as const;

/** Milliseconds of rest until what is in sight is looked at. */
const REST = 120;
