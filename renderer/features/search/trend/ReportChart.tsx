import { Group } from '@visx/group';
import { scaleBand, scaleLinear } from '@visx/scale';
import type { ReactElement } from 'react';
import { BarButton, moveBetweenBars } from './BarButton.tsx';
import { rateText } from './bars.ts';
import type { TrendBar } from './bars.ts';
import type { ChartProps } from './chart-props.ts';
import styles from './trend.module.css';

const ROW = 26;
const MARGIN = { top: 8, right: 64, bottom: 8, left: 12 };
/** Pixels of the titles, of a character in them, and the share of a narrow window that they take at most. */
const TITLES = 260;
const CHARACTER = 13;
const SHARE = 0.45;

/** A bar a report, from the top to the bottom; the title stands before it and the number behind. */
export function ReportChart(props: ChartProps & { readonly unit: 'rate' | 'hits' }): ReactElement {
  const { bars, title, width, unit, svgRef, onOpen } = props;
  const titles = Math.min(TITLES, Math.round(width * SHARE));
  const inner = Math.max(80, width - MARGIN.left - MARGIN.right - titles);
  const height = bars.length * ROW;
  const y = scaleBand({ domain: bars.map(({ key }) => key), range: [0, height], padding: 0.3 });
  const most = Math.max(...bars.map(({ value }) => value), Number.MIN_VALUE);
  const x = scaleLinear({ domain: [0, most], range: [0, inner] });
  const middleOf = ({ key }: TrendBar): number => (y(key) ?? 0) + y.bandwidth() / 2;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys move between the bars inside
    <svg
      ref={svgRef}
      className={styles.chart}
      width={MARGIN.left + titles + inner + MARGIN.right}
      height={height + MARGIN.top + MARGIN.bottom}
      role="group"
      aria-label={title}
      onKeyDown={moveBetweenBars}
    >
      <Group left={MARGIN.left + titles} top={MARGIN.top}>
        {bars.map((bar, index) => (
          <Group key={bar.key}>
            <BarButton
              bar={bar}
              box={{ x: 0, y: y(bar.key) ?? 0, width: Math.max(2, x(bar.value)), height: y.bandwidth() }}
              room={{
                x: -titles,
                y: middleOf(bar) - ROW / 2,
                width: titles + inner + MARGIN.right,
                height: ROW,
              }}
              isStop={index === 0}
              onOpen={onOpen}
            />
            <text
              className={styles.barName}
              x={-8}
              y={middleOf(bar)}
              dy="0.35em"
              textAnchor="end"
              aria-hidden="true"
            >
              {shortened(bar.name, Math.floor(titles / CHARACTER) - 1)}
            </text>
            <text
              className={styles.tick}
              x={Math.max(2, x(bar.value)) + 6}
              y={middleOf(bar)}
              dy="0.35em"
              aria-hidden="true"
            >
              {unit === 'rate' ? rateText(bar) : bar.hits.toLocaleString('en')}
            </text>
          </Group>
        ))}
      </Group>
    </svg>
  );
}

function shortened(name: string, most: number): string {
  const characters = Array.from(name);
  return characters.length <= most ? name : `${characters.slice(0, most - 1).join('')}…`;
}
