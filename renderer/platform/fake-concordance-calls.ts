import { writeCsv } from '#core/export/csv.ts';
import type { ZhupiApi } from '#core/ipc/api.ts';
import type {
  ConcordanceRow,
  ConcordanceTextWish,
  ConcordanceWish,
} from '#core/ipc/calls/concordance-calls.ts';
import {
  concordanceMarkdown,
  concordanceTable,
  groupConcordance,
  groupKeyOf,
  sortConcordance,
} from '#core/search/concordance.ts';
import { trendOf } from '#core/search/trend.ts';
import type { FakeStore } from './fake-store.ts';
import { fakeHits } from './fake-search.ts';
import type { FakeWorld } from './fake-world.ts';

type ConcordanceMethods = Pick<
  ZhupiApi,
  | 'openConcordance'
  | 'concordanceLines'
  | 'cancelConcordance'
  | 'searchTrend'
  | 'copyConcordance'
  | 'saveConcordanceWithDialog'
  | 'saveTrendWithDialog'
>;

type Place = Omit<ConcordanceRow, 'before' | 'match' | 'after' | 'label'>;

/** Lines of a concordance over the sources of a store. */
function linesOver(store: FakeStore) {
  const shownWith =
    (context: number) =>
    (place: Place): ConcordanceRow => {
      const { source } = store.content(place.reportId);
      const before = Array.from(source.slice(0, place.start)).slice(-context).join('');
      const after = Array.from(source.slice(place.end)).slice(0, context).join('');
      return { ...place, label: '¶1', before, match: source.slice(place.start, place.end), after };
    };

  const rowsOf = (query: string, only: ConcordanceWish['only']): readonly ConcordanceRow[] =>
    store
      .summaries()
      .filter((summary) => only === null || groupKeyOf(summary, only.by) === only.key)
      .flatMap(({ reportId, title, date, region }) =>
        fakeHits(store.content(reportId).source, query).map(({ start, end }, index) =>
          shownWith(20)({ reportId, index, title, date, region, start, end }),
        ),
      );

  const arranged = ({ query, only, order, grouping }: ConcordanceWish) => {
    const rows = rowsOf(query, only);
    const sorted = order === 'text' ? rows : sortConcordance(rows, order, (text) => text);
    const groups = grouping === 'none' ? null : groupConcordance(sorted, grouping);
    // What was put in comes out, only in another order.
    const inOrder = (groups?.flatMap(({ lines }) => lines) ?? sorted) as readonly ConcordanceRow[];
    const heads = (groups ?? []).map(({ name, lines }) => {
      const [first] = lines;
      const key = first === undefined || grouping === 'none' ? name : groupKeyOf(first, grouping);
      return { key, name, count: lines.length };
    });
    return { rows: inOrder, groups: heads };
  };
  return { shownWith, rowsOf, arranged };
}

/** Concordances and trends over the sources as they stand. */
export function fakeConcordanceCalls(world: FakeWorld): ConcordanceMethods {
  const { answer, store } = world;
  const { shownWith, rowsOf, arranged } = linesOver(store);
  /** The places of each concordance that was opened, in order. */
  const opened: (readonly ConcordanceRow[])[] = [];

  const textOf = (wish: ConcordanceTextWish): string => {
    const rows = arranged(wish).rows.map(shownWith(wish.context));
    return wish.format === 'csv' ? writeCsv(concordanceTable(rows)) : concordanceMarkdown(rows);
  };

  return {
    openConcordance: (wish) =>
      answer('openConcordance', () => {
        const { rows, groups } = arranged(wish);
        opened.push(rows);
        const reports = new Set(rows.map(({ reportId }) => reportId)).size;
        return { id: opened.length, total: { reports, hits: rows.length }, groups };
      }),
    concordanceLines: ({ id, from, count, context }) =>
      answer('concordanceLines', () => {
        const rows = opened[id - 1];
        return rows === undefined ? null : rows.slice(from, from + count).map(shownWith(context));
      }),
    cancelConcordance: () => answer('cancelConcordance', () => ({})),
    searchTrend: ({ query }) =>
      answer('searchTrend', () => {
        const rows = rowsOf(query, null);
        const hits = new Map<string, number>();
        for (const { reportId } of rows) hits.set(reportId, (hits.get(reportId) ?? 0) + 1);
        const { reports, years } = trendOf(store.summaries(), hits);
        return {
          reports: [...reports],
          years: [...years],
          total: { reports: hits.size, hits: rows.length },
        };
      }),
    copyConcordance: (wish) =>
      answer('copyConcordance', () => {
        world.copied.push(textOf(wish));
        return { lines: arranged(wish).rows.length };
      }),
    saveConcordanceWithDialog: (wish) =>
      answer('saveConcordanceWithDialog', () => {
        const path = `/home/reader/${wish.query}.${wish.format === 'csv' ? 'csv' : 'md'}`;
        world.saved.set(path, textOf(wish));
        return { path };
      }),
    saveTrendWithDialog: ({ format, name, content }) =>
      answer('saveTrendWithDialog', () => {
        const path = `/home/reader/${name}.${format}`;
        world.saved.set(path, content);
        return { path };
      }),
  };
}
