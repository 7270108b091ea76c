import type { ReactElement } from 'react';
import styles from './feedback.module.css';

/** A key combination, drawn as keys: ['Ctrl', 'F']. */
export function Keys({ keys }: { readonly keys: readonly string[] }): ReactElement {
  return (
    <span className={styles.keys}>
      {keys.map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
