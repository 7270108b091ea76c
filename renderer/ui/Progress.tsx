import { Progress as Radix } from 'radix-ui';
import type { ReactElement } from 'react';
import { classes } from './classes.ts';
import styles from './feedback.module.css';

interface ProgressBarProps {
  readonly label: string;
  readonly done: number;
  /** 0 = not known yet. */
  readonly total: number;
}

/** How far a job is. */
export function ProgressBar({ label, done, total }: ProgressBarProps): ReactElement {
  const share = total > 0 ? Math.min(1, done / total) : null;
  return (
    <Radix.Root
      className={styles.bar}
      aria-label={label}
      value={share === null ? null : Math.round(share * 100)}
    >
      <Radix.Indicator
        className={classes(styles.barFill, share === null && styles.barUnknown)}
        style={share === null ? undefined : { transform: `scaleX(${share})` }}
      />
    </Radix.Root>
  );
}

interface SpinnerProps {
  /** What is awaited; read aloud and shown beside the ring. */
  readonly label: string;
}

/** Work of unknown length. Show it only after half a second. */
export function Spinner({ label }: SpinnerProps): ReactElement {
  return (
    <span role="status" className={styles.waiting}>
      <span className={styles.spinner} />
      {label}
    </span>
  );
}
