import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { AppError } from '#core/base/app-error.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { isLanguageOpen, loadLanguages } from './report-language.ts';
import { sameEdits } from './same-edits.ts';
import type { WindowStore } from '../window/store.ts';
import { useWindowParts } from '../window/use-window.ts';
import type { WindowParts } from '../window/use-window.ts';

/** The text of the current report, as the article and the list of notes need it. */
export type OpenedReport =
  | { readonly status: 'none' }
  | { readonly status: 'loading'; readonly reportId: string }
  /** `position`: source offset where the user left it, 0 for the beginning. */
  | { readonly status: 'ready'; readonly content: ReportContent; readonly position: number }
  | { readonly status: 'failed'; readonly reportId: string; readonly error: AppError };

export interface ReportModel {
  readonly opened: StoreApi<OpenedReport>;
  /** Reads the current report again. */
  readonly reload: () => void;
  /** Puts a newer state of the current report in place; the reader stays where it stands. Another report's is dropped. */
  readonly accept: (content: ReportContent) => void;
}

const models = new WeakMap<WindowStore, ReportModel>();

/** The one model of a window; made at first use, it follows `currentReportId` from then on. */
export function reportModel(parts: WindowParts): ReportModel {
  const known = models.get(parts.store);
  if (known !== undefined) return known;
  const model = createReportModel(parts);
  models.set(parts.store, model);
  return model;
}

/** The current report's text, or why there is none. */
export function useOpenedReport(): OpenedReport {
  return useStore(reportModel(useWindowParts()).opened);
}

function createReportModel({ client, store }: WindowParts): ReportModel {
  const opened = createStore<OpenedReport>()(() => ({ status: 'none' }));
  let shown: string | null = null;
  let request = 0;

  /** Shows a content, at once unless its language is still to be learnt. */
  const show = (content: ReportContent, position: () => number): void => {
    request += 1;
    const mine = request;
    const put = (): void => {
      if (mine === request) opened.setState({ status: 'ready', content, position: position() }, true);
    };
    if (isLanguageOpen(content)) void loadLanguages().then(put, put);
    else put();
  };

  const load = async (reportId: string): Promise<void> => {
    request += 1;
    const mine = request;
    opened.setState({ status: 'loading', reportId }, true);
    const [content, position] = await Promise.all([
      client.openReport({ reportId }),
      client.loadPosition({ reportId }),
    ]);
    // Another report was asked for in the meantime.
    if (mine !== request) return;
    if (content.ok) {
      const offset = position.ok ? position.value.offset : 0;
      show(content.value, () => offset);
    } else {
      opened.setState({ status: 'failed', reportId, error: content.error }, true);
    }
  };

  const follow = (reportId: string | null): void => {
    if (reportId === shown) return;
    shown = reportId;
    if (reportId !== null) return void load(reportId);
    request += 1;
    opened.setState({ status: 'none' }, true);
  };

  const accept = (content: ReportContent): void => {
    if (content.summary.reportId !== shown) return;
    const seen = opened.getState();
    if (seen.status === 'ready' && isSame(seen.content, content)) return;
    show(content, () => store.getState().placeNow());
  };

  /** Undo, the command or another window may have changed the report: shows what it holds now. */
  const refresh = async (): Promise<void> => {
    const reportId = shown;
    if (reportId === null || opened.getState().status !== 'ready') return;
    const mine = request;
    const answer = await client.openReport({ reportId });
    if (mine === request && answer.ok) accept(answer.value);
  };

  follow(store.getState().currentReportId);
  store.subscribe((state, before) => {
    follow(state.currentReportId);
    const { acceptedContent } = state;
    if (acceptedContent !== null && acceptedContent !== before.acceptedContent) accept(acceptedContent);
  });
  let rest: ReturnType<typeof setTimeout> | undefined;
  client.onLibraryChanged(() => {
    clearTimeout(rest);
    rest = setTimeout(() => void refresh(), REFRESH_REST);
  });
  return {
    opened,
    reload: () => {
      if (shown !== null) void load(shown);
    },
    accept,
  };
}

/** Milliseconds of rest after the library changed until the report is looked at: an import tells of each file. */
const REFRESH_REST = 150;

function isSame(a: ReportContent, b: ReportContent): boolean {
  const same = a.revision === b.revision && a.version === b.version && a.ruleSetVersion === b.ruleSetVersion;
  return same && sameEdits(a.shownEdits, b.shownEdits);
}
