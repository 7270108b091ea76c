import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { AppError } from '#core/base/app-error.ts';
import { messagesOf } from '../i18n/catalogue.ts';
import { errorText } from '../i18n/error-text.ts';
import { MessagesContext, useMessages } from '../i18n/messages-context.ts';
import { localeInUse } from '../state/window/settings-slice.ts';
import { startWindow } from '../state/window/start-window.ts';
import { useWindow, useWindowParts } from '../state/window/use-window.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { WarningIcon } from '../ui/icons.tsx';
import { TooltipProvider } from '../ui/Tooltip.tsx';
import styles from './app.module.css';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import type { FeatureSlots } from './feature-slots.ts';
import { Shell } from './Shell.tsx';
import { Toasts } from './Toasts.tsx';
import { useDocumentLook } from './use-document-look.ts';

/** The window: starts, then shows the shell, or why it cannot. Wants a WindowContext around it. */
export function App({ slots }: { readonly slots: FeatureSlots }): ReactElement {
  const locale = useWindow(localeInUse);
  useDocumentLook();
  return (
    <MessagesContext value={messagesOf(locale)}>
      <ErrorBoundary>
        <TooltipProvider delayDuration={500} skipDelayDuration={300}>
          <Started slots={slots} />
          <Toasts />
        </TooltipProvider>
      </ErrorBoundary>
    </MessagesContext>
  );
}

type Start = 'waiting' | 'started' | AppError;

function Started({ slots }: { readonly slots: FeatureSlots }): ReactElement | null {
  const parts = useWindowParts();
  const [start, setStart] = useState<Start>('waiting');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let current = true;
    const { ready, stop } = startWindow(parts);
    void ready.then((error) => current && setStart(error ?? 'started'));
    return () => {
      current = false;
      stop();
    };
  }, [parts, attempt]);
  if (start === 'waiting') return null;
  if (start === 'started') return <Shell slots={slots} />;
  return <StartFailed error={start} onRetry={() => setAttempt((count) => count + 1)} />;
}

function StartFailed({
  error,
  onRetry,
}: {
  readonly error: AppError;
  readonly onRetry: () => void;
}): ReactElement {
  const messages = useMessages();
  return (
    <main className={styles.crash}>
      <div role="alert">
        <EmptyState
          icon={<WarningIcon size={40} />}
          title={messages.app.startFailed}
          body={errorText(error, messages)}
          actions={
            <Button look="primary" onClick={onRetry}>
              {messages.app.retry}
            </Button>
          }
        />
      </div>
    </main>
  );
}
