import type { ReactElement } from 'react';
import styles from './field.module.css';
import { ChevronDownIcon } from './icons.tsx';

interface SelectProps<V extends string> {
  readonly id?: string;
  readonly label?: string;
  readonly value: V;
  readonly choices: readonly { readonly value: V; readonly label: string }[];
  readonly onChange: (value: V) => void;
}

/** The system's own list of choices, in our dress. Give `label`, or `id` and a label element. */
export function Select<V extends string>({
  id,
  label,
  value,
  choices,
  onChange,
}: SelectProps<V>): ReactElement {
  const change = (taken: string): void => {
    const choice = choices.find((each) => each.value === taken);
    if (choice) onChange(choice.value);
  };
  return (
    <span className={styles.select}>
      <select id={id} aria-label={label} value={value} onChange={(event) => change(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <ChevronDownIcon size={14} />
    </span>
  );
}
