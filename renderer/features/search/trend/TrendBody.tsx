import { useLayoutEffect, useRef, useState } from 'react';
import type { ReactElement, Ref } from 'react';
import type { Trend, TrendUnit } from '#core/search/trend.ts';
import { useLateMessages } from '#renderer/i18n/late-catalogue.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SearchIcon } from '#renderer/ui/icons.tsx';
import { reportBars, yearBars } from './bars.ts';
import type { TrendBar } from './bars.ts';
import { ReportChart } from './ReportChart.tsx';
import styles from './trend.module.css';
import { TrendTable } from './TrendTable.tsx';
import { YearChart } from './YearChart.tsx';

interface BodyProps {
  readonly trend: Trend;
  readonly by: 'year' | 'report';
  readonly form: 'chart' | 'table';
  readonly unit: TrendUnit;
  readonly title: string;
  readonly chart: Ref<SVGSVGElement>;
  readonly onOpen: (key: string, name: string) => void;
}

/** The chart or its table, and what neither shows. */
export function TrendBody({ trend, by, form, unit, title, chart, onOpen }: BodyProps): ReactElement {
  const { trend: words } = useLateMessages();
  const [box, width] = useWidth();
  const bars = by === 'year' ? yearBars(trend, unit) : reportBars(trend, unit);
  const open = (bar: TrendBar): void => {
    if (bar.hits > 0) onOpen(bar.key, bar.name);
  };
  const common = { bars, title, width, svgRef: chart, onOpen: open };
  return (
    <div ref={box} className={styles.body}>
      <h2 className={styles.title}>{title}</h2>
      {form === 'chart' && !bars.some(({ hits }) => hits > 0) ? (
        <EmptyState icon={<SearchIcon size={32} />} title={words.noDates} body={words.noDatesBody} />
      ) : form === 'table' ? (
        <TrendTable trend={trend} by={by} title={title} onOpen={onOpen} />
      ) : (
        <figure>
          {by === 'report' ? <ReportChart {...common} unit={unit} /> : <YearChart {...common} />}
          <figcaption className={styles.help}>{words.barHelp}</figcaption>
        </figure>
      )}
      {by === 'year' ? <Undated trend={trend} onOpen={onOpen} /> : null}
      {by === 'report' && form === 'chart' && bars.length < trend.reports.length ? (
        <p className={styles.note}>
          {words.someReports({ shown: bars.length, count: trend.reports.length })}
        </p>
      ) : null}
    </div>
  );
}

/** Reports without a date stand in no year. */
function Undated({ trend, onOpen }: Pick<BodyProps, 'trend' | 'onOpen'>): ReactElement | null {
  const { trend: words } = useLateMessages();
  const undated = trend.years.find(({ year }) => year === '');
  if (undated === undefined) return null;
  return (
    <p className={styles.note}>
      {words.undated(undated)}
      {undated.hits > 0 ? (
        <Button look="quiet" onClick={() => onOpen('', '')}>
          {words.showPlaces}
        </Button>
      ) : null}
    </p>
  );
}

/** Pixels of a chart before the page is laid out. */
const USUAL_WIDTH = 640;

function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(USUAL_WIDTH);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const style = getComputedStyle(element);
      const inner = element.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      if (inner > 0) setWidth(Math.floor(inner));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}
