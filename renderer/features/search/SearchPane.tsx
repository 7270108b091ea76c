import { useMemo } from 'react';
import type { ReactElement } from 'react';
import type { SearchAnswer } from '#core/ipc/payloads.ts';
import { SEARCH_SORTS } from '#core/ipc/settings-values.ts';
import { errorSentence } from '#core/messages/error-sentence.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useSearch, useSearchModel } from '#renderer/state/search/search-model.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SearchIcon, WarningIcon } from '#renderer/ui/icons.tsx';
import { Spinner } from '#renderer/ui/Progress.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { resultRows } from './result-rows.ts';
import { ResultList } from './ResultList.tsx';
import { SavedSearches } from './SavedSearches.tsx';
import { Suggestions } from './Suggestions.tsx';
import { SearchViews, ViewSwitch } from './SearchViews.tsx';
import styles from './search.module.css';

/** What the search found, in the middle pane. */
export function SearchPane(): ReactElement {
  const { search } = useMessages();
  const status = useSearch((state) => state.status);
  const answer = useSearch((state) => state.answer);
  const sort = useWindow((state) => state.settings.searchSort);
  const view = useWindow((state) => state.settings.searchView);
  const model = useSearchModel();
  const packsState = useWindow((state) => state.packsState);
  const showMainPane = useWindow((state) => state.showMainPane);
  // Nothing found: nothing to put in order, or to look at in another way.
  const isEmpty = status !== 'counting' && answer !== null && isNothing(answer);
  const waiting = packsState === 'loading' && status !== 'idle';
  return (
    <section className={styles.pane} aria-label={search.results} data-query={answer?.query}>
      <header className={styles.head}>
        <p role="status" className={styles.total}>
          {answer === null ? null : search.total({ ...answer.total, byTitle: countByTitle(answer) })}
        </p>
        {status === 'searching' && answer === null ? <Spinner label={search.searching} /> : null}
        <Progress />
        {waiting ? <Spinner label={search.waitingForPacks} /> : null}
        {view === 'results' && !isEmpty ? (
          <SegmentedControl
            label={search.sort}
            value={sort}
            choices={SEARCH_SORTS.map((value) => ({ value, label: search[SORT_NAMES[value]] }))}
            onChange={model.sortBy}
          />
        ) : null}
        {answer === null || isEmpty ? null : <ViewSwitch />}
        <SavedSearches />
        <Button look="quiet" onClick={() => showMainPane('reading')}>
          {search.backToText}
        </Button>
      </header>
      <Suggestions place="strip" />
      <Found />
    </section>
  );
}

/** Reports of the list whose texts do not fulfil the query. */
function countByTitle({ listed, total: { reports } }: SearchAnswer): number {
  return (listed ?? reports) - reports;
}

/** Whether neither the texts nor what stands beside them hold anything of a query. */
function isNothing({ results, metadata = [], notes = [] }: SearchAnswer): boolean {
  return results.length + metadata.length + notes.length === 0;
}

const SORT_NAMES = { relevance: 'sortRelevance', date: 'sortDate', place: 'sortPlace' } as const;

/** How far the count is, and what of the library is searchable, while that is not all. */
function Progress(): ReactElement | null {
  const { search } = useMessages();
  const progress = useSearch((state) => (state.status === 'counting' ? state.answer?.progress : undefined));
  if (progress === undefined) return null;
  const { looked, reports, missing } = progress;
  return (
    <Spinner
      label={
        missing > 0
          ? search.searchable({ done: reports, all: reports + missing })
          : search.counting({ done: looked, all: reports })
      }
    />
  );
}

function Found(): ReactElement | null {
  const { search, locale } = useMessages();
  const status = useSearch((state) => state.status);
  const answer = useSearch((state) => state.answer);
  const error = useSearch((state) => state.error);
  const rows = useMemo(() => (answer === null ? [] : resultRows(answer)), [answer]);
  if (status === 'failed' && error !== null) {
    return (
      <EmptyState
        icon={<WarningIcon size={30} />}
        title={search.failedTitle}
        body={errorSentence(error, locale)}
      />
    );
  }
  if (status === 'idle') {
    return <EmptyState icon={<SearchIcon size={32} />} title={search.startTitle} body={search.startBody} />;
  }
  if (answer === null) return null;
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<SearchIcon size={32} />}
        title={search.noneTitle}
        body={search.noneBody({ query: answer.query })}
      />
    );
  }
  return <SearchViews results={<ResultList rows={rows} />} />;
}
