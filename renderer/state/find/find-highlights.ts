import type { StoreApi } from 'zustand/vanilla';
import { filledBy, uncovered } from '#core/annotations/uncovered.ts';
import type { TextRange } from '#core/base/text-range.ts';
import { lateMessagesOf } from '#renderer/i18n/late-catalogue.ts';
import type { AskPlaces } from './find-places.ts';
import type { FindState } from './find-state.ts';
import { reportModel } from '../report/report-model.ts';
import type { WindowParts } from '../window/use-window.ts';

interface HighlightDeps {
  readonly parts: WindowParts;
  readonly state: StoreApi<FindState>;
  readonly ask: AskPlaces;
}

/** More highlights than this are made only when the user has been told how many they are. */
const ASKED_FROM = 200;
/** As many as one call can make, and as one answer holds: MOST_NEW_NOTES and MOST_FOUND_PLACES of core/ipc/calls/find-calls.ts. */
const MOST = 100_000;
const PAGE = 10_000;

/** Makes highlights of all places of the find bar. */
export function findHighlights({ parts, state, ask }: HighlightDeps) {
  const { client, store } = parts;

  const allPlaces = async (total: number): Promise<readonly TextRange[] | null> => {
    const places: TextRange[] = [];
    for (let from = 0; from < total; from += PAGE) {
      const page = await ask({ kind: 'numbers', from, to: from + PAGE }, PAGE);
      if (page === null) return null;
      places.push(...page.places.slice(from - page.first));
    }
    return places;
  };

  const highlightAll = async (code: string, isSure = false): Promise<void> => {
    const { found } = state.getState();
    const opened = reportModel(parts).opened.getState();
    if (found === null || found.total === 0 || opened.status !== 'ready') return;
    const { summary, sourceHash } = opened.content;
    const { annotations, bulk, tell, tellError, closeRevertingToasts, runBulk } = store.getState();
    if (summary.reportId !== found.reportId || bulk !== null) return;
    if (found.total > MOST) {
      tell({ text: ({ locale }) => lateMessagesOf(locale).find.tooMany({ count: found.total }) });
      return;
    }
    const places = await allPlaces(found.total);
    if (places === null) return;
    const wanted = uncovered(places, filledBy(annotations, code));
    if (wanted.length === 0) {
      state.setState({ asking: null });
      tell({ text: ({ locale }) => lateMessagesOf(locale).find.allHighlighted({ count: found.total }) });
      return;
    }
    if (wanted.length > ASKED_FROM && !isSure) {
      return void state.setState({ asking: { code, count: wanted.length } });
    }
    state.setState({ asking: null });
    closeRevertingToasts();
    const flat = wanted.flatMap(({ start, end }) => [start, end]);
    const { reportId } = summary;
    const answer = await runBulk((job) =>
      client.createNotes({ job, reportId, sourceHash, code, places: flat }),
    );
    if (!answer.ok) return tellError(answer.error);
    const { loadAnnotations, loadHistory, changeSettings, settings, undo } = store.getState();
    if (settings.lastCode !== code) changeSettings({ lastCode: code });
    await Promise.all([loadAnnotations(), loadHistory()]);
    const { created, cancelled } = answer.value;
    if (cancelled && created === 0) {
      tell({ text: ({ locale }) => lateMessagesOf(locale).find.cancelled });
      return;
    }
    tell({
      tone: 'good',
      text: ({ locale }) => lateMessagesOf(locale).find.highlighted({ count: created }),
      action: { label: ({ common }) => common.undo, run: () => void undo() },
      revertsLastChange: true,
    });
  };

  return { highlightAll };
}
