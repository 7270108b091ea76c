import type { ReactElement } from 'react';
import { classes } from './classes.ts';
import styles from './change.module.css';
import { visibleText } from './visible-text.ts';

interface ChangeProps {
  readonly before: string;
  readonly after: string;
  /** Whether the change is made, or only could be. */
  readonly made: boolean;
}

/** What a change takes away and what it puts there. */
export function Change({ before, after, made }: ChangeProps): ReactElement {
  return (
    <>
      {before === '' ? null : (
        <del className={classes(styles.before, !made && styles.unmade)}>{visibleText(before)}</del>
      )}
      {before === '' || after === '' ? null : (
        <span className={styles.arrow} aria-hidden="true">
          →
        </span>
      )}
      {after === '' ? null : (
        <ins className={classes(styles.after, !made && styles.unmade)}>{visibleText(after)}</ins>
      )}
    </>
  );
}
