import { AxisBottom, AxisLeft } from '@visx/axis';
import { Group } from '@visx/group';
import { scaleBand, scaleLinear } from '@visx/scale';
import { useLayoutEffect, useRef, type ReactElement } from 'react';
import { BarButton, moveBetweenBars } from './BarButton.tsx';
import type { TrendBar } from './bars.ts';
import type { ChartProps } from './chart-props.ts';
import styles from './trend.module.css';

const HEIGHT = 300;
const MARGIN = { top: 16, right: 12, bottom: 30, left: 52 };
/** Pixels of a year; more years than the window holds are scrolled, from the last one. */
const NARROWEST = 4;
/** Pixels that the number of a year takes. */
const LABEL = 44;
/** Years between two numbers. */
const ROUND_STEPS = [1, 2, 5, 10, 20, 50];

/** A bar a year, from the left to the right. */
export function YearChart({ bars, title, width, svgRef, onOpen }: ChartProps): ReactElement {
  const inner = Math.max(width - MARGIN.left - MARGIN.right, bars.length * NARROWEST);
  const bottom = HEIGHT - MARGIN.top - MARGIN.bottom;
  const x = scaleBand({ domain: bars.map(({ key }) => key), range: [0, inner], padding: 0.25 });
  const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  const y = scaleLinear({ domain: [0, most], range: [bottom, 0], nice: true });
  const step = ROUND_STEPS.find((years) => years * x.step() >= LABEL) ?? 100;
  const shown = bars.map(({ key }) => key).filter((key) => Number(key) % step === 0);
  const boxOf = ({ key, value }: TrendBar) => {
    const top = value > 0 ? Math.min(y(value), bottom - 2) : bottom;
    return { x: x(key) ?? 0, y: top, width: x.bandwidth(), height: bottom - top };
  };
  const scroller = useRef<HTMLDivElement>(null);
  const stop = bars.findIndex(({ hits }) => hits > 0);
  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollLeft = inner;
  }, [scroller, inner]);
  return (
    <div ref={scroller} className={styles.scroller}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys move between the bars inside */}
      <svg
        ref={svgRef}
        className={styles.chart}
        width={inner + MARGIN.left + MARGIN.right}
        height={HEIGHT}
        role="group"
        aria-label={title}
        onKeyDown={moveBetweenBars}
      >
        <Group left={MARGIN.left} top={MARGIN.top}>
          <AxisLeft
            scale={y}
            numTicks={5}
            hideAxisLine
            tickLineProps={{ className: styles.gridLine, x1: 0, x2: inner }}
            tickLabelProps={{ className: styles.tick ?? '', textAnchor: 'end', dx: -4, dy: 4 }}
            tickFormat={(value) => Number(value).toLocaleString('en')}
          />
          {bars.map((bar, index) => (
            <BarButton
              key={bar.key}
              bar={bar}
              box={boxOf(bar)}
              room={{
                x: (x(bar.key) ?? 0) - (x.step() - x.bandwidth()) / 2,
                y: 0,
                width: x.step(),
                height: bottom,
              }}
              isStop={index === stop}
              onOpen={onOpen}
            />
          ))}
          <AxisBottom
            scale={x}
            top={bottom}
            tickValues={shown}
            hideTicks
            axisLineClassName={styles.axis ?? ''}
            tickLabelProps={{ className: styles.tick ?? '', textAnchor: 'middle' }}
          />
        </Group>
      </svg>
    </div>
  );
}
