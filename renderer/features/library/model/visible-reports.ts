import type { Settings } from '#core/ipc/settings.ts';
import type { ReportSummary } from '#core/report/report.ts';
import type { Fold } from '#renderer/state/search/use-fold.ts';

/**
 * The reports that the list shows: those whose title, issuer or place hold every word of the filter, in the order asked
 * for. Reports without the sorted field stand last; ties go by title.
 */
export function visibleReports(
  reports: readonly ReportSummary[],
  filter: string,
  sort: Settings['librarySort'],
  fold: Fold,
): readonly ReportSummary[] {
  const words = filter.split(/\s+/u).map(fold).filter(Boolean);
  const fits = (report: ReportSummary): boolean => {
    const text = fold(`${report.title}\n${report.issuer}\n${report.region}`);
    return words.every((word) => text.includes(word));
  };
  const kept = words.length === 0 ? [...reports] : reports.filter(fits);
  return inOrder(kept, sort);
}

/** The reports of a project, by its list; null = every report. */
export function inProject(
  reports: readonly ReportSummary[],
  filed: readonly string[] | null,
): readonly ReportSummary[] {
  if (filed === null) return reports;
  const ids = new Set(filed);
  return reports.filter(({ reportId }) => ids.has(reportId));
}

/** Where each report stood when the list was last put in order. */
let places: ReadonlyMap<string, number> = new Map();

/**
 * Sorts reports. During an import the list comes anew with a few hundred more each time: what is in its former order first
 * takes one comparison a report, and comparing Chinese titles is dear. The result is the same as without.
 */
function inOrder(reports: ReportSummary[], sort: Settings['librarySort']): readonly ReportSummary[] {
  const placeOf = ({ reportId }: ReportSummary): number => places.get(reportId) ?? Infinity;
  const former = reports.map((report) => ({ report, place: placeOf(report) }));
  former.sort((a, b) => (a.place === b.place ? 0 : a.place - b.place));
  const sorted = former.map(({ report }) => report).sort(comparison(sort));
  if (sorted.length >= places.size) places = new Map(sorted.map(({ reportId }, place) => [reportId, place]));
  return sorted;
}

let collator: Intl.Collator | undefined;

/** Loads the tables of the order of Chinese titles when they are first needed. */
function byTitle(a: string, b: string): number {
  collator ??= new Intl.Collator('zh', { numeric: true });
  return collator.compare(a, b);
}

function comparison(sort: Settings['librarySort']): (a: ReportSummary, b: ReportSummary) => number {
  const titles = (a: ReportSummary, b: ReportSummary): number =>
    byTitle(a.title, b.title) || (a.reportId < b.reportId ? -1 : 1);
  switch (sort) {
    case 'imported':
      return (a, b) => b.importedAt - a.importedAt || titles(a, b);
    case 'date':
      return (a, b) => compareText(b.date, a.date) || titles(a, b);
    case 'title':
      return titles;
    case 'issuer':
      return (a, b) => emptyLast(a.issuer, b.issuer) || byTitle(a.issuer, b.issuer) || titles(a, b);
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function emptyLast(a: string, b: string): number {
  return Number(a === '') - Number(b === '');
}
