import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { ReportContent } from '#core/ipc/payloads.ts';
import type { SourceScript, ViewScript } from '#core/report/script.ts';
import { useCommand } from '#renderer/state/window/commands.ts';
import { scriptRulesModel, useScriptRules, useScriptTables } from '#renderer/state/report/script-rules.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import type { Reader } from './reader.ts';

/** Whether a view of a text can hold doubtful characters: one Simplified character stands for several others. */
export function canBeDoubtful(source: SourceScript, view: ViewScript, layer: 'reading' | 'source'): boolean {
  return (
    layer === 'reading' && view !== 'source' && view !== 'cn' && (source === 'Hans' || source === 'mixed')
  );
}

/** Keeps the marks of doubtful characters as the switch and the view have them, and does the commands for them. */
export function useDoubtful(reader: Reader, { summary }: ReportContent): void {
  const parts = useWindowParts();
  const view = useWindow((state) => state.settings.readingScript);
  const layer = useWindow((state) => state.textLayer);
  const shown = useScriptRules((state) => state.doubtfulShown);
  const tables = useScriptTables(summary.reportId);
  const built = useStore(reader.state, (state) => state.built);
  const ready = useStore(reader.state, (state) => state.script === view);
  const can = canBeDoubtful(summary.script, view, layer);
  const marked = shown && can && tables !== null && ready && built > 0;

  useEffect(() => {
    if (!marked) return undefined;
    reader.doubtful.take({ script: summary.script, view, tables });
    reader.doubtful.paintInSight();
    const { scroller } = reader;
    let request = 0;
    const look = (): void => {
      cancelAnimationFrame(request);
      request = requestAnimationFrame(() => reader.doubtful.paintInSight());
    };
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      cancelAnimationFrame(request);
      scroller.removeEventListener('scroll', look);
      reader.doubtful.take(null);
      reader.doubtful.paintInSight();
    };
  }, [reader, summary.script, view, tables, marked, built]);

  const { state, showDoubtful } = scriptRulesModel(parts);
  useCommand('doubtful', () => {
    if (!can) return false;
    showDoubtful(!state.getState().doubtfulShown);
    return true;
  });
  const walk = (direction: 1 | -1) => (): boolean => {
    if (!can || tables === null) return false;
    // The marks come with the next effect; the walk needs them now.
    if (!state.getState().doubtfulShown) reader.doubtful.take({ script: summary.script, view, tables });
    showDoubtful(true);
    void reader.walkDoubtful(direction).then((found) => {
      if (found) return;
      parts.store.getState().tell({
        text: ({ doubtful }) => (direction === 1 ? doubtful.none : doubtful.noneBefore),
      });
    });
    return true;
  };
  useCommand('next-doubtful', walk(1));
  useCommand('previous-doubtful', walk(-1));
}
