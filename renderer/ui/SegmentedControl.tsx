import { RadioGroup as Radix } from 'radix-ui';
import type { ReactElement } from 'react';
import { classes } from './classes.ts';
import styles from './field.module.css';

interface SegmentedControlProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly choices: readonly {
    readonly value: V;
    readonly label: string;
    /** The full name, where the label is short. */
    readonly name?: string;
    readonly lang?: string;
  }[];
  readonly onChange: (value: V) => void;
  readonly className?: string | undefined;
}

/** A few choices side by side, one of them taken; the arrow keys move. */
export function SegmentedControl<V extends string>(props: SegmentedControlProps<V>): ReactElement {
  const { label, value, choices, onChange, className } = props;
  return (
    <Radix.Root
      aria-label={label}
      className={classes(styles.segments, className)}
      orientation="horizontal"
      value={value}
      onValueChange={(next) => onChange(next as V)}
    >
      {choices.map((choice) => (
        <Radix.Item
          key={choice.value}
          value={choice.value}
          className={styles.segment}
          lang={choice.lang}
          aria-label={choice.name}
          title={choice.name}
        >
          {choice.label}
        </Radix.Item>
      ))}
    </Radix.Root>
  );
}
