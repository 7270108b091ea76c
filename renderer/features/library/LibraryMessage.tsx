import type { ReactElement } from 'react';
import { errorText } from '#renderer/i18n/error-text.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { LibraryPaneIcon, WarningIcon } from '#renderer/ui/icons.tsx';

/** In place of the list where there is none: how to begin, or why it could not be read. */
export function LibraryMessage(): ReactElement | null {
  const messages = useMessages();
  const state = useWindow(({ libraryState }) => libraryState);
  const error = useWindow(({ libraryError }) => libraryError);
  const loadReports = useWindow((store) => store.loadReports);
  const importWithDialog = useWindow((store) => store.importWithDialog);
  const mac = useWindow((store) => store.about.platform === 'darwin');
  const { library, app } = messages;
  if (state === 'loading') return null;
  if (error !== null) {
    return (
      <EmptyState
        icon={<WarningIcon size={36} />}
        title={library.loadFailed}
        body={errorText(error, messages)}
        actions={<Button onClick={() => void loadReports()}>{app.retry}</Button>}
      />
    );
  }
  return (
    <EmptyState
      icon={<LibraryPaneIcon size={40} />}
      title={library.emptyTitle}
      body={library.emptyBody}
      actions={
        <>
          <Button look="primary" onClick={() => void importWithDialog()}>
            {library.importReports}
          </Button>
          {mac ? null : (
            <Button onClick={() => void importWithDialog('folders')}>{library.importFolder}</Button>
          )}
        </>
      }
    />
  );
}
