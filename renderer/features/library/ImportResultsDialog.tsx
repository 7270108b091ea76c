import type { ReactElement } from 'react';
import { errorText } from '#renderer/i18n/error-text.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ImportedFiles } from './ImportedFiles.tsx';

/** What the last import could not do, one sentence a file, and which files were there already. */
export function ImportResultsDialog(): ReactElement {
  const messages = useMessages();
  const { library } = messages;
  const open = useWindow((state) => state.dialog === 'import-results');
  const close = useWindow((state) => state.closeDialog);
  const results = useWindow((state) => state.importResults);
  const stopped = results?.stopped ?? null;
  const canRetry = useWindow((state) => state.importResultsJob !== null);
  const retryImport = useWindow((state) => state.retryImport);
  const retry = (): void => {
    close();
    void retryImport();
  };
  return (
    <Dialog open={open} wide title={library.importReport} onClose={close}>
      {stopped === null ? null : <p>{errorText(stopped, messages)}</p>}
      {canRetry && results !== null && (results.failed > 0 || stopped !== null) ? (
        <Button onClick={retry}>{library.retryImport}</Button>
      ) : null}
      {results === null ? null : (
        <>
          <ImportedFiles results={results} status="failed" />
          <ImportedFiles results={results} status="duplicate" />
        </>
      )}
    </Dialog>
  );
}
