import { useMemo, useRef, useState } from 'react';
import type { ReactElement } from 'react';
import { writeCsv } from '#core/export/csv.ts';
import { errorSentence } from '#core/messages/error-sentence.ts';
import { trendTable, type Trend, type TrendUnit } from '#core/search/trend.ts';
import { useLateMessages } from '#renderer/i18n/late-catalogue.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { reportById } from '#renderer/state/library/report-by-id.ts';
import { useConcordanceModel } from '#renderer/state/search/concordance-model.ts';
import { useTrend } from '#renderer/state/search/trend-model.ts';
import { useWindow, useWindowParts } from '#renderer/state/window/use-window.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { ExportIcon, SearchIcon, WarningIcon } from '#renderer/ui/icons.tsx';
import { Menu, MenuItem } from '#renderer/ui/Menu.tsx';
import { Spinner } from '#renderer/ui/Progress.tsx';
import { SegmentedControl } from '#renderer/ui/SegmentedControl.tsx';
import { standaloneSvg } from './svg-text.ts';
import styles from './trend.module.css';
import { TrendBody } from './TrendBody.tsx';

type By = 'year' | 'report';
type Form = 'chart' | 'table';

/** How the places of the search spread over years and reports. */
export function TrendView(): ReactElement {
  const { locale } = useMessages();
  const { trend: words, concordance } = useLateMessages();
  const state = useTrend();
  switch (state.status) {
    case 'counting':
      return (
        <div className={styles.view}>
          <Spinner label={words.loading} />
        </div>
      );
    case 'failed':
      return (
        <EmptyState
          icon={<WarningIcon size={30} />}
          title={concordance.failedTitle}
          body={errorSentence(state.error, locale)}
        />
      );
    case 'done':
      return state.trend.reports.length === 0 ? (
        <EmptyState
          icon={<SearchIcon size={32} />}
          title={concordance.noneTitle}
          body={concordance.noneBody}
        />
      ) : (
        <Counted query={state.query} counted={state.trend} />
      );
  }
}

/** Titles are told in the script of the source, as in the library. */
function useSourceTitles(trend: Trend): Trend {
  const known = useWindow((state) => state.reports);
  return useMemo(() => {
    const reports = trend.reports.map((report) => ({
      ...report,
      title: reportById(known, report.reportId)?.title ?? report.title,
    }));
    return { ...trend, reports };
  }, [trend, known]);
}

function Counted({ query, counted }: { readonly query: string; readonly counted: Trend }): ReactElement {
  const trend = useSourceTitles(counted);
  const { trend: words } = useLateMessages();
  const model = useConcordanceModel();
  const unit = useWindow((state) => state.settings.trendUnit);
  const changeSettings = useWindow((state) => state.changeSettings);
  const [by, setBy] = useState<By>('year');
  const [form, setForm] = useState<Form>('chart');
  const chart = useRef<SVGSVGElement>(null);
  const unitName = unit === 'rate' ? words.unitRate : words.unitHits;
  const hasDates = trend.years.some(({ year, hits }) => year !== '' && hits > 0);
  const title = (by === 'year' ? words.titleYears : words.titleReports)({ query, unit: unitName });
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <SegmentedControl
          label={words.by}
          value={by}
          choices={[
            { value: 'year', label: words.byYear },
            { value: 'report', label: words.byReport },
          ]}
          onChange={setBy}
        />
        <SegmentedControl<TrendUnit>
          label={words.unit}
          value={unit}
          choices={[
            { value: 'rate', label: words.unitRate },
            { value: 'hits', label: words.unitHits },
          ]}
          onChange={(trendUnit) => changeSettings({ trendUnit })}
        />
        <SegmentedControl
          label={words.form}
          value={form}
          choices={[
            { value: 'chart', label: words.chart },
            { value: 'table', label: words.table },
          ]}
          onChange={setForm}
        />
        <SaveMenu
          query={query}
          csv={() => writeCsv(trendTable(trend, by))}
          svg={() => (chart.current === null ? null : standaloneSvg(chart.current, title))}
          hasChart={form === 'chart' && (by === 'report' || hasDates)}
        />
      </div>
      <TrendBody
        {...{ trend, by, form, unit, title, chart }}
        onOpen={(key, name) => model.showOnly({ by, key, name })}
      />
    </div>
  );
}

interface SaveMenuProps {
  readonly query: string;
  readonly csv: () => string;
  readonly svg: () => string | null;
  readonly hasChart: boolean;
}

function SaveMenu({ query, csv, svg, hasChart }: SaveMenuProps): ReactElement {
  const { trend: words, concordance } = useLateMessages();
  const { client, store } = useWindowParts();
  const save = async (format: 'csv' | 'svg', content: string | null): Promise<void> => {
    if (content === null) return;
    const answer = await client.saveTrendWithDialog({ format, name: query, content });
    const { tell, tellError } = store.getState();
    if (!answer.ok) return tellError(answer.error);
    const path = answer.value?.path;
    if (path !== undefined) tell({ tone: 'good', text: () => concordance.saved({ path }) });
  };
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={words.actions} className={styles.actions}>
          <ExportIcon />
        </IconButton>
      }
    >
      <MenuItem icon={<ExportIcon size={16} />} disabled={!hasChart} onSelect={() => void save('svg', svg())}>
        {words.saveSvg}
      </MenuItem>
      <MenuItem icon={<ExportIcon size={16} />} onSelect={() => void save('csv', csv())}>
        {words.saveCsv}
      </MenuItem>
    </Menu>
  );
}
