import { Switch as Radix } from 'radix-ui';
import type { ReactElement } from 'react';
import styles from './field.module.css';

interface ToggleProps {
  readonly id?: string;
  readonly label?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** On or off, at once. Give `label`, or `id` and a label element. */
export function Toggle({ id, label, checked, onChange }: ToggleProps): ReactElement {
  return (
    <Radix.Root
      id={id}
      aria-label={label}
      className={styles.switch}
      checked={checked}
      onCheckedChange={onChange}
    >
      <Radix.Thumb className={styles.thumb} />
    </Radix.Root>
  );
}
