import { ZhupiError } from '#core/base/app-error.ts';
import type { ConcordanceRow } from '#core/ipc/calls/concordance-calls.ts';
import type { ViewScript } from '#core/report/script.ts';
import { placeDescriber } from '#core/search/hit.ts';
import type { Query } from '#core/search/query/ast.ts';
import { toA } from '#core/text/map-range.ts';
import { labelAt } from '#core/text/outline/labels.ts';
import { outlineOf, type OutlineItem } from '#core/text/outline/outline.ts';
import type { Reading } from '#core/text/reading.ts';
import type { ListedReport } from './concordance-list.ts';
import type { PlaceFinder } from '../run/place-finder-types.ts';

export interface LineWish {
  readonly query: Query;
  /** As typed. */
  readonly written: string;
  readonly script: ViewScript;
  /** Characters on each side. */
  readonly context: number;
}

const outlines = new WeakMap<Reading, readonly OutlineItem[]>();

/**
 * Lines of some places of a report, by their numbers among its places; undefined when the report has gone or has other
 * places than it had.
 */
export async function linesOfReport(
  finder: PlaceFinder,
  { summary, hits }: ListedReport,
  numbers: readonly number[],
  { query, written, script, context }: LineWish,
): Promise<readonly ConcordanceRow[] | undefined> {
  const { reportId, date, region } = summary;
  const document = documentOf(finder, reportId);
  if (document === undefined) return undefined;
  const { content, reading, folded } = document;
  const places = finder.placesIn(query, written, reportId, folded);
  if (places.length !== hits) return undefined;
  const converter = await finder.documents.converter(content.script, script, reportId);
  // Twice as many units: a character may take two.
  const describe = placeDescriber(reading, folded, converter, 2 * context);
  const title = converter.convertPlain(summary.title);
  const outline = outlineOfReading(reading);
  return numbers.flatMap((index) => {
    const place = places[index];
    if (place === undefined) return [];
    const { before, after, ...shown } = describe(place);
    const label = labelAt(outline, reading.blocks, toA(folded.map, place).start);
    const beside = {
      before: Array.from(before).slice(-context).join(''),
      after: Array.from(after).slice(0, context).join(''),
    };
    return [{ reportId, index, title, date, region, label, ...shown, ...beside }];
  });
}

/** Undefined when the report is not there any more. */
export function documentOf({ documents }: PlaceFinder, reportId: string) {
  try {
    return documents.get(reportId);
  } catch (thrown) {
    if (thrown instanceof ZhupiError && thrown.code === 'report-unknown') return undefined;
    throw thrown;
  }
}

function outlineOfReading(reading: Reading): readonly OutlineItem[] {
  const known = outlines.get(reading);
  if (known !== undefined) return known;
  const made = outlineOf(reading);
  outlines.set(reading, made);
  return made;
}
