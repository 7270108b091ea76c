import { Component } from 'react';
import type { ReactNode } from 'react';
import { MessagesContext } from '../i18n/messages-context.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { WarningIcon } from '../ui/icons.tsx';
import styles from './app.module.css';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly error: Error | null;
}

/** Shows a way on where a component broke; everything acknowledged is in the library, so a reload loses nothing. */
export class ErrorBoundary extends Component<Props, State> {
  override readonly state: State = { error: null };
  static override readonly contextType = MessagesContext;
  declare context: React.ContextType<typeof MessagesContext>;

  static getDerivedStateFromError(thrown: unknown): State {
    return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    const { app } = this.context;
    return (
      <main className={styles.crash}>
        <div role="alert">
          <EmptyState
            icon={<WarningIcon size={40} />}
            title={app.crashTitle}
            body={app.crashBody}
            actions={
              <Button look="primary" onClick={() => location.reload()}>
                {app.reload}
              </Button>
            }
          />
        </div>
        <details className={styles.crashDetails}>
          <summary>{app.crashDetails}</summary>
          <pre>{error.stack ?? error.message}</pre>
        </details>
      </main>
    );
  }
}
