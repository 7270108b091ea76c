import type { ConcordanceHead, ConcordanceWish } from '#core/ipc/calls/concordance-calls.ts';
import { groupKeyOf, type ConcordanceOrder } from '#core/search/concordance.ts';
import { neighbourKeys } from '#core/search/neighbours.ts';
import type { Query } from '#core/search/query/ast.ts';
import { documentOf } from './concordance-lines.ts';
import type { ListedReport, PlaceGroup, PlaceList } from './concordance-list.ts';
import { sortedNumbers } from './concordance-order.ts';
import type { PlaceFinder } from '../run/place-finder-types.ts';
import type { TellReports } from './concordance-types.ts';
import type { Pause } from '../run/work-slices.ts';

/** The reports with places, as the results list them; only those of one group when that is wished. */
export async function listedReports(
  query: Query,
  { query: written, only }: Pick<ConcordanceWish, 'query' | 'only'>,
  finder: PlaceFinder,
  pause: Pause,
): Promise<readonly ListedReport[]> {
  const found = await finder.find(query, written, pause);
  return found.flatMap(({ reportId, hits }) => {
    const summary = finder.reports.get(reportId);
    if (summary === undefined) return [];
    return only === null || groupKeyOf(summary, only.by) === only.key ? [{ summary, hits }] : [];
  });
}

/** Whether two lists hold the same places in the same texts: a changed report has another summary. */
export function isSameList(a: PlaceList, b: PlaceList): boolean {
  return (
    a.reports.length === b.reports.length &&
    a.reports.every(
      ({ summary, hits }, index) => b.reports[index]?.summary === summary && b.reports[index]?.hits === hits,
    )
  );
}

export type Orders = Readonly<Record<ConcordanceOrder, Int32Array>>;

/**
 * The places by what stands left and right of them. Every report is read for it, so both are made at once.
 * A report that has gone meanwhile stands with empty neighbours: its lines will tell.
 */
export async function ordersOf(
  list: PlaceList,
  { query, written }: { readonly query: Query; readonly written: string },
  finder: PlaceFinder,
  pause: Pause,
  onProgress: TellReports,
): Promise<Orders> {
  const left = new Array<string>(list.hits).fill('');
  const right = new Array<string>(list.hits).fill('');
  for (const [index, { summary, hits }] of list.reports.entries()) {
    await pause();
    onProgress(index, list.reports.length);
    const document = documentOf(finder, summary.reportId);
    if (document === undefined) continue;
    const keysOf = neighbourKeys(document.reading, document.folded, finder.folder);
    const start = list.starts[index] ?? 0;
    const places = finder.placesIn(query, written, summary.reportId, document.folded).slice(0, hits);
    for (const [number, place] of places.entries()) {
      const keys = keysOf(place);
      left[start + number] = keys.left;
      right[start + number] = keys.right;
    }
  }
  onProgress(list.reports.length, list.reports.length);
  return { left: await sortedNumbers(left, pause), right: await sortedNumbers(right, pause) };
}

/** The groups with what is shown as their names: titles in the script asked for. */
export async function namedGroups(
  groups: readonly PlaceGroup[],
  { script, grouping }: Pick<ConcordanceWish, 'script' | 'grouping'>,
  { reports, documents }: PlaceFinder,
): Promise<ConcordanceHead['groups']> {
  return Promise.all(
    groups.map(async ({ key, count }) => {
      const summary = grouping === 'report' ? reports.get(key) : undefined;
      if (summary === undefined) return { key, name: key, count };
      const converter = await documents.converter(summary.script, script, summary.reportId);
      return { key, name: converter.convertPlain(summary.title), count };
    }),
  );
}
