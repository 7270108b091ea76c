import type { ReactElement, ReactNode } from 'react';
import styles from './feedback.module.css';

interface EmptyStateProps {
  readonly icon?: ReactNode;
  readonly title: string;
  readonly body?: ReactNode;
  readonly actions?: ReactNode;
}

/** What a pane says when it has nothing to show: what belongs here and how to begin. */
export function EmptyState({ icon, title, body, actions }: EmptyStateProps): ReactElement {
  return (
    <div className={styles.empty}>
      {icon ? <div className={styles.emptyIcon}>{icon}</div> : null}
      <p className={styles.emptyTitle}>{title}</p>
      {body ? <p className={styles.emptyBody}>{body}</p> : null}
      {actions ? <div className={styles.emptyActions}>{actions}</div> : null}
    </div>
  );
}
