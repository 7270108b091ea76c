import { useState } from 'react';
import type { ReactElement } from 'react';
import type { Trend } from '#core/search/trend.ts';
import { useLateMessages } from '#renderer/i18n/late-catalogue.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { rateText } from './bars.ts';
import styles from './trend.module.css';

/** Rows that are drawn at once. */
const FIRST_ROWS = 200;

interface TableProps {
  readonly trend: Trend;
  readonly by: 'year' | 'report';
  readonly title: string;
  readonly onOpen: (key: string, name: string) => void;
}

/** The numbers behind the chart. */
export function TrendTable({ trend, by, title, onOpen }: TableProps): ReactElement {
  const { trend: words } = useLateMessages();
  const [shown, setShown] = useState(FIRST_ROWS);
  const rows = by === 'year' ? trend.years.length : trend.reports.length;
  return (
    <>
      <table className={styles.table}>
        <caption className="visually-hidden">{title}</caption>
        {by === 'year' ? (
          <YearRows trend={trend} shown={shown} onOpen={onOpen} />
        ) : (
          <ReportRows trend={trend} shown={shown} onOpen={onOpen} />
        )}
      </table>
      {rows > shown ? (
        <p className={styles.note}>
          <Button onClick={() => setShown(rows)}>{words.moreRows({ count: rows - shown })}</Button>
        </p>
      ) : null}
    </>
  );
}

type RowsProps = Pick<TableProps, 'trend' | 'onOpen'> & { readonly shown: number };

function YearRows({ trend, shown, onOpen }: RowsProps): ReactElement {
  const { trend: words, concordance } = useLateMessages();
  return (
    <>
      <Head
        names={[
          ...[words.columnYear, words.columnHits, words.columnRate],
          ...[words.columnFound, words.columnReports, words.columnChars],
        ]}
      />
      <tbody>
        {trend.years.slice(0, shown).map((row) => (
          <tr key={row.year}>
            <th scope="row">
              <Opens
                name={row.year || concordance.noYear}
                hits={row.hits}
                onOpen={() => onOpen(row.year, row.year)}
              />
            </th>
            <td>{row.hits.toLocaleString('en')}</td>
            <td>{rateText(row)}</td>
            <td>{row.found.toLocaleString('en')}</td>
            <td>{row.reports.toLocaleString('en')}</td>
            <td>{row.chars.toLocaleString('en')}</td>
          </tr>
        ))}
      </tbody>
    </>
  );
}

function ReportRows({ trend, shown, onOpen }: RowsProps): ReactElement {
  const { trend: words } = useLateMessages();
  const { search } = useMessages();
  return (
    <>
      <Head
        names={[words.columnReport, words.columnHits, words.columnRate, words.columnDate, words.columnChars]}
      />
      <tbody>
        {trend.reports.slice(0, shown).map((row) => (
          <tr key={row.reportId}>
            <th scope="row">
              <Opens
                name={row.title || search.untitled}
                hits={row.hits}
                onOpen={() => onOpen(row.reportId, row.title)}
              />
            </th>
            <td>{row.hits.toLocaleString('en')}</td>
            <td>{rateText(row)}</td>
            <td>{row.date || '—'}</td>
            <td>{row.chars.toLocaleString('en')}</td>
          </tr>
        ))}
      </tbody>
    </>
  );
}

function Head({ names }: { readonly names: readonly string[] }): ReactElement {
  return (
    <thead>
      <tr>
        {names.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** What has places leads to them. */
function Opens(props: {
  readonly name: string;
  readonly hits: number;
  readonly onOpen: () => void;
}): ReactElement {
  const { name, hits, onOpen } = props;
  if (hits === 0) return <>{name}</>;
  return (
    <button type="button" className={styles.opens} onClick={onOpen}>
      {name}
    </button>
  );
}
