import type { KeyboardEvent, PointerEvent, ReactElement } from 'react';
import styles from './app.module.css';

interface PaneDividerProps {
  readonly label: string;
  /** The side on which its pane stands. */
  readonly side: 'left' | 'right';
  readonly width: number;
  readonly min: number;
  readonly max: number;
  readonly onResize: (width: number) => void;
}

const KEY_STEP = 16;

/** The line between two panes: dragged, or moved with the arrow keys, Home and End. */
export function PaneDivider({ label, side, width, min, max, onResize }: PaneDividerProps): ReactElement {
  const sign = side === 'left' ? 1 : -1;
  const resize = (wanted: number): void => onResize(Math.round(Math.min(max, Math.max(min, wanted))));

  const drag = (down: PointerEvent<HTMLDivElement>): void => {
    if (down.button !== 0) return;
    const line = down.currentTarget;
    line.setPointerCapture(down.pointerId);
    const move = (event: globalThis.PointerEvent): void =>
      resize(width + sign * (event.clientX - down.clientX));
    const stop = (): void => {
      line.removeEventListener('pointermove', move);
      line.removeEventListener('lostpointercapture', stop);
    };
    line.addEventListener('pointermove', move);
    line.addEventListener('lostpointercapture', stop);
  };

  const press = (event: KeyboardEvent): void => {
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: width - sign * KEY_STEP,
      ArrowRight: width + sign * KEY_STEP,
      Home: min,
      End: max,
    };
    const target = event.altKey || event.ctrlKey || event.metaKey ? undefined : targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    resize(target);
  };

  return (
    // A separator that can be focused is a control of its own (WAI-ARIA, window splitter).
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions
    <div
      role="separator"
      tabIndex={0}
      className={styles.divider}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={drag}
      onKeyDown={press}
    />
  );
}
