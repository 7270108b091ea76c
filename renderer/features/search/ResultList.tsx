import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, useRef } from 'react';
import type { KeyboardEvent, ReactElement, UIEvent } from 'react';
import { assertNever } from '#core/base/assert-never.ts';
import { languageTag } from '#core/report/script.ts';
import type { Hit, MetadataMatch, NoteMatch, SearchResult } from '#core/ipc/payloads.ts';
import { useMessages } from '#renderer/i18n/messages-context.ts';
import { reportById } from '#renderer/state/library/report-by-id.ts';
import { useSearch, useSearchModel } from '#renderer/state/search/search-model.ts';
import { labelKey } from '#renderer/state/search/search-state.ts';
import { useWindow } from '#renderer/state/window/use-window.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import type { ResultRow } from './result-rows.ts';
import styles from './search.module.css';

/** Longer lists draw only what is in the window. */
const DRAWN_WHOLE = 150;

/** What a match beside the texts is called. */
const FIELD_NAMES = {
  title: 'besideTitle',
  issuer: 'besideIssuer',
  region: 'besideRegion',
  documentNumber: 'besideDocumentNumber',
  source: 'besideSource',
  author: 'besideAuthor',
  note: 'besideNote',
  tags: 'besideTags',
} as const;

/** Pixels of each kind of row, until it has been measured. */
const USUAL_HEIGHTS = {
  report: 52,
  place: 52,
  more: 30,
  reports: 54,
  beside: 52,
  match: 34,
  'more-beside': 30,
} as const;

/** Places grouped by report; the up and down keys move, Enter opens. Drawn again only for other rows. */
export const ResultList = memo(function ResultList({ rows }: { readonly rows: readonly ResultRow[] }) {
  return rows.length > DRAWN_WHOLE ? <LongList rows={rows} /> : <ShortList rows={rows} />;
});

/** Pixels before the end at which the next page is asked for. */
const NEAR_END = 800;

function useMoreAtEnd(): (event: UIEvent<HTMLElement>) => void {
  const model = useSearchModel();
  return ({ currentTarget: { scrollTop, clientHeight, scrollHeight } }) => {
    if (scrollTop + clientHeight > scrollHeight - NEAR_END) void model.more();
  };
}

function ShortList({ rows }: { readonly rows: readonly ResultRow[] }): ReactElement {
  return (
    <div className={styles.scroller} onScroll={useMoreAtEnd()}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrow keys move between the buttons inside */}
      <div className={styles.list} onKeyDown={moveBetweenPlaces}>
        {rows.map((row) => (
          <Row key={row.key} row={row} />
        ))}
      </div>
    </div>
  );
}

function LongList({ rows }: { readonly rows: readonly ResultRow[] }): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => USUAL_HEIGHTS[rows[index]?.kind ?? 'place'],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 12,
  });
  return (
    <div ref={scroller} className={styles.scroller} onScroll={useMoreAtEnd()}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrow keys move between the buttons inside */}
      <div
        className={styles.list}
        style={{ height: virtual.getTotalSize(), position: 'relative' }}
        onKeyDown={moveBetweenPlaces}
      >
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          return row === undefined ? null : (
            <div
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className={styles.floating}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Row row={row} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const Row = memo(function Row({ row }: { readonly row: ResultRow }): ReactElement {
  const { search } = useMessages();
  const model = useSearchModel();
  switch (row.kind) {
    case 'report':
      return <ReportRow result={row.result} />;
    case 'place':
      return <PlaceRow reportId={row.reportId} index={row.index} hit={row.hit} />;
    case 'more':
      return <p className={styles.more}>{search.morePlaces({ count: row.count })}</p>;
    case 'reports':
      return (
        <p className={styles.more}>
          <Button onClick={() => void model.more()}>{search.moreReports({ count: row.count })}</Button>
        </p>
      );
    case 'beside':
      return (
        <h2 className={styles.report}>
          <span className={styles.count}>{search.besideTexts({ count: row.count })}</span>
        </h2>
      );
    case 'match':
      return <MatchRow match={row.match} />;
    case 'more-beside':
      return <p className={styles.more}>{search.moreBeside({ count: row.count })}</p>;
    default:
      return assertNever(row);
  }
});

function ReportRow({ result }: { readonly result: SearchResult }): ReactElement {
  const { search } = useMessages();
  const report = useWindow(({ reports }) => reportById(reports, result.reportId));
  const openReport = useWindow((state) => state.openReport);
  const hasPlaces = useSearch(({ answer }) => answer === null || answer.total.hits > 0);
  // Titles are told in the script of the source everywhere, as in the library and over the text.
  const title = (report ?? result).title || search.untitled;
  return (
    <h2 className={styles.report}>
      <span className={styles.reportTitle} lang={languageTag('source', report?.script ?? 'none')}>
        {/* A report without a place has no other way in. */}
        {result.hits > 0 ? (
          title
        ) : (
          <button
            type="button"
            className={styles.opens}
            data-search-place=""
            onClick={() => openReport(result.reportId)}
          >
            {title}
          </button>
        )}
      </span>
      {hasPlaces ? <span className={styles.count}>{search.places({ count: result.hits })}</span> : null}
    </h2>
  );
}

interface PlaceRowProps {
  readonly reportId: string;
  readonly index: number;
  readonly hit: Hit;
}

function PlaceRow({ reportId, index, hit }: PlaceRowProps): ReactElement {
  const model = useSearchModel();
  const script = useWindow((state) => state.settings.readingScript);
  const source = useWindow(({ reports }) => reportById(reports, reportId)?.script);
  const label = useSearch((state) => state.labels.get(labelKey(reportId, hit.start)));
  const current = useSearch((state) => state.place?.reportId === reportId && state.place.index === index);
  return (
    <button
      type="button"
      data-search-place=""
      className={classes(styles.place, current && styles.current)}
      lang={languageTag(script, source ?? 'none')}
      aria-current={current ? 'true' : undefined}
      onClick={() => void model.openPlace({ reportId, index })}
    >
      {hit.before}
      <mark className={styles.match}>{hit.match}</mark>
      {hit.after}
      {label === undefined || label === '' ? null : (
        <>
          <span className="visually-hidden"> · </span>
          <span className={styles.label}>{label}</span>
        </>
      )}
    </button>
  );
}

/** A title, issuer or region leads to its report, a note to its place. */
function MatchRow({ match }: { readonly match: MetadataMatch | NoteMatch }): ReactElement {
  const { search } = useMessages();
  const model = useSearchModel();
  const openReport = useWindow((state) => state.openReport);
  return (
    <button
      type="button"
      data-search-place=""
      className={styles.place}
      onClick={() => {
        if ('annotationId' in match) void model.openNote(match);
        else openReport(match.reportId);
      }}
    >
      <span className={styles.field}>{search[FIELD_NAMES[match.field]]}</span>
      {match.text}
    </button>
  );
}

function moveBetweenPlaces(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement)) return;
  const places = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-search-place]')];
  const at = places.indexOf(event.target);
  const next = at === -1 ? undefined : places[at + step];
  event.preventDefault();
  if (next !== undefined) next.focus();
  else if (step === -1) document.querySelector<HTMLElement>('search input')?.focus();
}
