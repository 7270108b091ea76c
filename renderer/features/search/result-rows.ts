import type { Hit, MetadataMatch, NoteMatch, SearchAnswer, SearchResult } from '#core/ipc/payloads.ts';

/** One line of the results: a report, one of its places, what matches beside the texts, or how many more there are. */
export type ResultRow =
  | { readonly kind: 'report'; readonly key: string; readonly result: SearchResult }
  | {
      readonly kind: 'place';
      readonly key: string;
      readonly reportId: string;
      readonly index: number;
      readonly hit: Hit;
    }
  | { readonly kind: 'more'; readonly key: string; readonly count: number }
  | { readonly kind: 'reports'; readonly key: string; readonly count: number }
  | { readonly kind: 'beside'; readonly key: string; readonly count: number }
  | { readonly kind: 'match'; readonly key: string; readonly match: MetadataMatch | NoteMatch }
  | { readonly kind: 'more-beside'; readonly key: string; readonly count: number };

/** The answer as lines, so that a long one is drawn only where it is seen. */
export function resultRows({
  results,
  total,
  metadata = [],
  notes = [],
  apart,
  listed = total.reports,
}: SearchAnswer): readonly ResultRow[] {
  const rows: ResultRow[] = [];
  for (const result of results) {
    const { reportId, places, hits } = result;
    rows.push({ kind: 'report', key: reportId, result });
    places.forEach((hit, index) =>
      rows.push({ kind: 'place', key: `${reportId} ${index}`, reportId, index, hit }),
    );
    if (hits > places.length) {
      rows.push({ kind: 'more', key: `${reportId} more`, count: hits - places.length });
    }
  }
  const others = listed - results.length;
  if (others > 0) rows.push({ kind: 'reports', key: 'reports', count: others });
  return [...rows, ...rowsBeside([...metadata, ...notes], (apart?.metadata ?? 0) + (apart?.notes ?? 0))];
}

/** What matches beside the texts, under a heading of its own. */
function rowsBeside(matches: readonly (MetadataMatch | NoteMatch)[], count: number): readonly ResultRow[] {
  if (matches.length === 0) return [];
  const more = count - matches.length;
  return [
    { kind: 'beside', key: 'beside', count },
    ...matches.map((match, index) => ({ kind: 'match', key: `match ${index}`, match }) as const),
    ...(more > 0 ? [{ kind: 'more-beside', key: 'more beside', count: more } as const] : []),
  ];
}
