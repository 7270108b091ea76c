import { useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { useNoteAloud } from '#renderer/features/notes/index.ts';
import type { Messages } from '#renderer/i18n/catalogue.ts';
import { describeChange } from '#renderer/i18n/describe-change.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { repairsOf, type Repair } from '#renderer/state/report/report-repairs.ts';
import { useScriptTables, type ScriptTables } from '#renderer/state/report/script-rules.ts';
import { useFind } from '#renderer/state/find/find-model.ts';
import { useSearch } from '#renderer/state/search/search-model.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { followPlace } from './follow-place.ts';
import { followSelection } from './follow-selection.ts';
import { followTheme } from './highlight-theme.ts';
import type { Reader } from './reader.ts';
import { titleRepairs } from './title-repairs.ts';
import { sharedViewClient } from './view-client-of.ts';

/** Until the library has told what the user chose. */
const PLAIN_TABLES: ScriptTables = { officialProse: true, choices: [] };

/** Keeps an article equal to the window's state: the report, the script, its notes, hits and jumps. */
export function useReader(reader: Reader, content: ReportContent, position: number): void {
  const { client, store } = useWindowParts();
  const script = useWindow((state) => state.settings.readingScript);
  const punctuation = useWindow((state) => state.settings.viewPunctuation);
  const layer = useWindow((state) => state.textLayer);
  const { reportId } = content.summary;

  /** Where the report is opened; null once it has been. */
  const opening = useRef<number | null>(position);
  useEffect(() => {
    const { jump } = store.getState();
    const start = jump?.reportId === reportId ? jump.start : (opening.current ?? 0);
    opening.current = start;
    store.getState().notePlace(start);
    // A text that fits the window is never scrolled; it is the last report all the same.
    void client.savePosition({ reportId, offset: start });
    return () => reader.close();
  }, [reader, reportId, client, store]);

  const tables = useScriptTables(reportId);
  useEffect(() => {
    // A conversion waits for what the user chose; the source is shown at once.
    if (tables === null && script !== 'source' && layer !== 'source') return;
    const shown = { content, layer, script, punctuation, tables: tables ?? PLAIN_TABLES };
    reader.show(shown, opening.current ?? position);
    opening.current = null;
  }, [reader, content, position, layer, script, punctuation, tables]);

  useEffect(() => {
    const idle = requestIdleCallback(() => sharedViewClient().warm(), { timeout: 5000 });
    return () => cancelIdleCallback(idle);
  }, []);

  useEffect(
    () =>
      followPlace(reader, reader.scroller, (offset) => {
        if (store.getState().currentReportId === reportId) store.getState().notePlace(offset);
        void client.savePosition({ reportId, offset });
      }),
    [reader, reportId, client, store],
  );
  useEffect(() => followSelection(reader, reader.scroller), [reader]);

  usePaintedNotes(reader, reportId);
  usePaintedHits(reader, reportId);
  usePaintedRepairs(reader, content, layer === 'source');
  useJumps(reader, reportId);
}

function usePaintedNotes(reader: Reader, reportId: string): void {
  const describe = useNoteAloud();
  const annotations = useWindow((state) => state.annotations);
  const built = useStore(reader.state, (state) => state.built);
  useEffect(() => {
    if (built === 0) return;
    const own = annotations.filter((note) => note.reportId === reportId);
    reader.paintNotes(own, describe);
  }, [reader, reportId, built, annotations, describe]);

  const codes = [...new Set(annotations.map(({ code }) => code))].sort().join('\n');
  useEffect(() => followTheme(document, codes === '' ? [] : codes.split('\n')), [codes]);
}

function usePaintedHits(reader: Reader, reportId: string): void {
  const built = useStore(reader.state, (state) => state.built);
  const found = useSearch((state) => state.openHits);
  const place = useSearch((state) => state.place);
  const isFinding = useFind((state) => state.isOpen);
  const shown = useFind((state) => (state.found?.reportId === reportId ? state.shown : null));
  const current = useFind((state) => state.current);
  useEffect(() => {
    if (built === 0) return;
    if (isFinding) {
      reader.paintHits(shown?.places ?? [], current === null || shown === null ? -1 : current - shown.first);
      return;
    }
    const hits = found?.reportId === reportId ? found.hits : [];
    reader.paintHits(hits, place?.reportId === reportId ? place.index : -1);
  }, [reader, reportId, built, found, place, isFinding, shown, current]);
}

/** Over the source text all repairs are marked, over the reading text those that the rules leave to the user. */
function usePaintedRepairs(reader: Reader, content: ReportContent, isSource: boolean): void {
  const messages = useMessages();
  const built = useStore(reader.state, (state) => state.built);
  const repairs = useMemo(() => {
    const all = repairsOf(content);
    return isSource ? all : all.filter(({ asks }) => asks);
  }, [content, isSource]);
  const marked = repairs.length > 0;
  useEffect(() => {
    if (!marked) return undefined;
    const { scroller } = reader;
    let request = 0;
    const look = (): void => {
      cancelAnimationFrame(request);
      request = requestAnimationFrame(() => reader.paintRepairsInSight());
    };
    scroller.addEventListener('scroll', look, { passive: true });
    return () => {
      cancelAnimationFrame(request);
      scroller.removeEventListener('scroll', look);
    };
  }, [reader, marked]);
  useEffect(() => {
    if (built > 0) reader.paintRepairs(repairs, messages.repair.asksHere);
  }, [reader, repairs, built, messages]);
  useEffect(
    () => (marked && !isSource ? titleRepairs(reader, (repair) => titleOf(messages, repair)) : undefined),
    [reader, marked, isSource, messages],
  );
}

function titleOf(messages: Messages, { edit }: Repair): string {
  return `${messages.repair.asksHere} ${describeChange(messages, edit)}`;
}

function useJumps(reader: Reader, reportId: string): void {
  const jump = useWindow((state) => state.jump);
  const jumpDone = useWindow((state) => state.jumpDone);
  const built = useStore(reader.state, (state) => state.built);
  useEffect(() => {
    if (built === 0 || jump?.reportId !== reportId) return;
    reader.jumpTo(jump, jump.flash);
    jumpDone(jump.serial);
  }, [reader, reportId, built, jump, jumpDone]);
}
