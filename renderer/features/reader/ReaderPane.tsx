import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { errorSentence } from '#core/messages/error-sentence.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { reportModel, useOpenedReport } from '#renderer/state/report/report-model.ts';
import { isPaneShown } from '#renderer/state/window/layout-slice.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { BookIcon, WarningIcon } from '#renderer/ui/icons.tsx';
import { Spinner } from '#renderer/ui/Progress.tsx';
import { ReportReader } from './ReportReader.tsx';
import styles from './reader.module.css';

/** The middle pane: the report that is open, or how to open one. */
export function ReaderPane(): ReactElement {
  const { reader, locale } = useMessages();
  const parts = useWindowParts();
  const opened = useOpenedReport();
  switch (opened.status) {
    case 'none':
      return <NoReport />;
    case 'loading':
      return <Waiting label={reader.opening} />;
    case 'failed':
      return (
        <EmptyState
          icon={<WarningIcon size={30} />}
          title={reader.openFailed}
          body={errorSentence(opened.error, locale)}
          actions={<Button onClick={reportModel(parts).reload}>{reader.retry}</Button>}
        />
      );
    case 'ready':
      return (
        <ReportReader
          key={opened.content.summary.reportId}
          content={opened.content}
          position={opened.position}
        />
      );
  }
}

/** How to begin; with the way to the library where it is folded away. */
function NoReport(): ReactElement {
  const { reader, app, library } = useMessages();
  const libraryShown = useWindow((state) => isPaneShown(state, 'library'));
  const showPane = useWindow((state) => state.showPane);
  const importWithDialog = useWindow((state) => state.importWithDialog);
  const actions = (
    <>
      <Button look="primary" onClick={() => showPane('library')}>
        {app.showLibrary}
      </Button>
      <Button onClick={() => void importWithDialog()}>{library.import}</Button>
    </>
  );
  return (
    <EmptyState
      icon={<BookIcon size={36} />}
      title={reader.emptyTitle}
      body={libraryShown ? reader.emptyBody : reader.emptyBodyFolded}
      actions={libraryShown ? undefined : actions}
    />
  );
}

/** Milliseconds of silence before waiting is shown. */
const PATIENCE = 400;

/** A spinner that comes only when it takes long. */
function Waiting({ label }: { readonly label: string }): ReactElement {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return <div className={styles.waiting}>{long ? <Spinner label={label} /> : null}</div>;
}
