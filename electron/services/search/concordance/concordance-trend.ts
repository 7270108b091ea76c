import type { ViewScript } from '#core/report/script.ts';
import { fulfils, requireQuery } from '#core/search/query/query.ts';
import { trendOf } from '#core/search/trend.ts';
import type { PlaceFinder } from '../run/place-finder-types.ts';
import type { ConcordanceService } from './concordance-types.ts';
import type { Pause } from '../run/work-slices.ts';

/**
 * How the places of a query spread over reports and years. What they are set against are the texts of all reports that pass
 * the query's filters, whether they hold its words or not.
 */
export async function searchTrend(
  finder: PlaceFinder,
  written: string,
  script: ViewScript,
  pause: Pause,
): Promise<Awaited<ReturnType<ConcordanceService['trend']>>> {
  const query = requireQuery(written, finder.folder);
  const found = await finder.find(query, written, pause);
  const hits = new Map(found.map((report) => [report.reportId, report.hits]));
  const searched = [...finder.reports.values()].filter((report) =>
    fulfils(
      query.root,
      (term) => query.wanted.includes(term),
      (filter) => finder.passes(query, written, filter, report),
    ),
  );
  const { years, reports } = trendOf(searched, hits);
  const titled = reports.map(async (report) => {
    const source = finder.reports.get(report.reportId)?.script ?? 'none';
    const converter = await finder.documents.converter(source, script, report.reportId);
    return { ...report, title: converter.convertPlain(report.title) };
  });
  const total = found.reduce((sum, report) => sum + report.hits, 0);
  return { years, reports: await Promise.all(titled), total: { reports: hits.size, hits: total } };
}
