import type { ReactElement } from 'react';
import type { OutlineEntry } from '#renderer/state/report/report-outline.ts';
import { classes } from '#renderer/ui/classes.ts';
import styles from './outline.module.css';

interface OutlineRowProps {
  readonly id: string;
  readonly entry: OutlineEntry;
  /** Its words in the script that is shown. */
  readonly title: string;
  /** From 0, of `count`. */
  readonly row: number;
  readonly count: number;
  /** The section that is read. */
  readonly current: boolean;
  /** Where the keys are. */
  readonly active: boolean;
  /** Pixels from the top of the list. */
  readonly start: number;
  readonly measure: (row: HTMLElement | null) => void;
  readonly onPress: () => void;
}

/** Deeper levels are indented no further. */
const DEEPEST = 6;

/** One heading or point. The tree handles the keys (aria-activedescendant); the row takes the pointer only. */
export function OutlineRow(props: OutlineRowProps): ReactElement {
  const { id, entry, title, row, count, current, active, start, measure, onPress } = props;
  const { level, label, isHeading } = entry;
  const place = { transform: `translateY(${start}px)`, '--depth': Math.min(level, DEEPEST) - 1 };
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={measure}
      data-index={row}
      id={id}
      role="treeitem"
      aria-level={level}
      aria-posinset={row + 1}
      aria-setsize={count}
      aria-selected={active}
      aria-current={current ? 'location' : undefined}
      className={classes(
        styles.row,
        isHeading && level === 1 && styles.top,
        current && styles.current,
        active && styles.active,
      )}
      style={place}
      title={title}
      onClick={onPress}
    >
      {label === '' ? null : <span className={styles.label}>{label}</span>}
      <span className={styles.words}>{title}</span>
    </div>
  );
}
