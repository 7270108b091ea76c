import { Bar } from '@visx/shape';
import type { KeyboardEvent, ReactElement } from 'react';
import { useLateMessages } from '#renderer/i18n/late-catalogue.ts';
import { rateText, type TrendBar } from './bars.ts';
import styles from './trend.module.css';

interface BarButtonProps {
  readonly bar: TrendBar;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** What can be pressed: the bar and the empty room beside it. */
  readonly room: BarButtonProps['box'];
  /** Whether the Tab key leads here; the arrow keys move on. */
  readonly isStop: boolean;
  readonly onOpen: (bar: TrendBar) => void;
}

/** A bar that leads to its places; one without places leads nowhere. */
export function BarButton({ bar, box, room, isStop, onOpen }: BarButtonProps): ReactElement {
  const { trend } = useLateMessages();
  const label = trend.bar({ name: bar.name, hits: bar.hits, rate: rateText(bar) });
  const onKeyDown = (event: KeyboardEvent<SVGGElement>): void => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    onOpen(bar);
  };
  return (
    <g
      role="button"
      tabIndex={isStop ? 0 : -1}
      aria-label={label}
      aria-disabled={bar.hits === 0}
      className={styles.bar}
      data-bar={bar.key}
      onClick={() => onOpen(bar)}
      onKeyDown={onKeyDown}
    >
      <title>{label}</title>
      <Bar className={styles.room ?? ''} {...room} />
      <Bar className={styles.fill ?? ''} {...box} />
    </g>
  );
}

/** Arrow keys, Home and End lead from bar to bar. */
export function moveBetweenBars(event: KeyboardEvent<SVGSVGElement>): void {
  const bars = [...event.currentTarget.querySelectorAll<SVGGElement>('[data-bar]')];
  const at = bars.indexOf(event.target as SVGGElement);
  if (at < 0) return;
  const next = {
    ...{ ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1 },
    ...{ Home: 0, End: bars.length - 1 },
  }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  bars[Math.max(0, Math.min(bars.length - 1, next))]?.focus();
}
