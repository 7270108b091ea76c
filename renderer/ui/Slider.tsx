import { Slider as Radix } from 'radix-ui';
import type { ReactElement } from 'react';
import styles from './field.module.css';

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The value in words, for a screen reader. */
  readonly valueText: string;
  readonly onChange: (value: number) => void;
}

/** A number in a range, by dragging or by the arrow keys. */
export function Slider({ label, value, min, max, step, valueText, onChange }: SliderProps): ReactElement {
  return (
    <Radix.Root
      className={styles.slider}
      value={[value]}
      min={min}
      max={max}
      step={step}
      onValueChange={([next]) => (next === undefined ? undefined : onChange(next))}
    >
      <Radix.Track className={styles.track}>
        <Radix.Range className={styles.range} />
      </Radix.Track>
      <Radix.Thumb className={styles.knob} aria-label={label} aria-valuetext={valueText} />
    </Radix.Root>
  );
}
