import { useId } from 'react';
import type { ReactElement, ReactNode } from 'react';
import styles from './export.module.css';

interface ChoiceLineProps {
  readonly label: string;
  /** Draws the control; a control that wants an id takes this one. */
  readonly children: (id: string) => ReactNode;
}

/** A choice with its name before it. */
export function ChoiceLine({ label, children }: ChoiceLineProps): ReactElement {
  const id = useId();
  return (
    <div className={styles.line}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      {children(id)}
    </div>
  );
}
