import { useEffect, useMemo } from 'react';
import type { ReactElement } from 'react';
import type { ConcordanceHead } from '#core/ipc/calls/concordance-calls.ts';
import { errorSentence } from '#core/messages/error-sentence.ts';
import { useLateMessages } from '#renderer/i18n/late-catalogue.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useConcordance, useConcordanceModel } from '#renderer/state/search/concordance-model.ts';
import { useSearch } from '#renderer/state/search/search-model.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SearchIcon, WarningIcon } from '#renderer/ui/icons.tsx';
import { ProgressBar, Spinner } from '#renderer/ui/Progress.tsx';
import { ConcordanceList } from './ConcordanceList.tsx';
import { ConcordanceTools } from './ConcordanceTools.tsx';
import styles from './concordance.module.css';
import { lineRows } from './line-rows.ts';

/** Every place of the search on a line of its own. */
export function ConcordanceView(): ReactElement {
  const { locale } = useMessages();
  const { concordance } = useLateMessages();
  const { status, head, error } = useConcordance((state) => state);
  useOpened();
  return (
    <div className={styles.view}>
      <ConcordanceTools />
      {status === 'opening' ? <Waiting /> : null}
      {status === 'failed' && error !== null && error.code !== 'cancelled' ? (
        <EmptyState
          icon={<WarningIcon size={30} />}
          title={concordance.failedTitle}
          body={errorSentence(error, locale)}
        />
      ) : null}
      {head === null ? null : <Lines head={head} />}
    </div>
  );
}

/** Opens the concordance again whenever the search or what is wished changes. */
function useOpened(): void {
  const model = useConcordanceModel();
  const query = useSearch((state) => state.answer?.query ?? '');
  const packsState = useWindow((state) => state.packsState);
  const wish = useWindow(({ settings }) =>
    [
      settings.readingScript,
      settings.concordanceOrder,
      settings.concordanceGrouping,
      settings.concordanceContext,
    ].join(' '),
  );
  const only = useConcordance((state) => state.only);
  useEffect(() => model.open(), [model, query, packsState, wish, only]);
}

function Lines({ head }: { readonly head: ConcordanceHead }): ReactElement {
  const { concordance } = useLateMessages();
  const rows = useMemo(() => lineRows(head), [head]);
  if (head.total.hits === 0) {
    return (
      <EmptyState icon={<SearchIcon size={32} />} title={concordance.noneTitle} body={concordance.noneBody} />
    );
  }
  return (
    <>
      <ConcordanceList head={head} rows={rows} />
      {rows.lines < head.total.hits ? (
        <p className={styles.note}>{concordance.tooMany({ shown: rows.lines, count: head.total.hits })}</p>
      ) : null}
    </>
  );
}

function Waiting(): ReactElement {
  const { concordance } = useLateMessages();
  const progress = useConcordance((state) => state.progress);
  return (
    <div className={styles.waiting}>
      <Spinner label={progress === null ? concordance.opening : concordance.progress(progress)} />
      {progress === null ? null : <ProgressBar label={concordance.opening} {...progress} />}
    </div>
  );
}
