import type { ReportContent } from '#core/ipc/payloads.ts';
import type { Edit } from '#core/text/edit.ts';
import type { ReadableSource } from '#core/text/reading.ts';
import { editsOverlap } from '#core/text/merge-edits.ts';
import type { NewReport } from '../report-types.ts';
import {
  comparePlaces,
  decisionKey,
  isCorrection,
  repairsAmong,
  type StoredDecision,
} from '../store/repair-decisions.ts';
import type { PlaceByText } from './place-by-text.ts';

/**
 * What the user decided about the text that is being left, as far as the new text has the very same passage: her
 * corrections, and decisions about repairs that the rules find there again. The others stay with the old version.
 */
export function carryDecisions(
  decisions: readonly StoredDecision[],
  old: Pick<ReportContent, 'source' | 'sourceHash'> & ReadableSource,
  report: NewReport,
  placeByText: PlaceByText,
): readonly StoredDecision[] {
  if (decisions.length === 0) return [];
  const anchors = decisions.map(({ start, end }) => {
    const exact = old.source.slice(start, end);
    return { start, end, exact, prefix: '', suffix: '', sourceHash: old.sourceHash };
  });
  const repairs = new Map<string, Edit>(
    (report.repairs ?? repairsAmong(report.edits)).map((edit) => [decisionKey(edit), edit]),
  );
  const carried = new Map<string, StoredDecision>();
  const corrections: StoredDecision[] = [];
  placeByText(old, report, anchors).forEach((place, at) => {
    const decision = decisions[at];
    if (decision === undefined || place.state !== 'exact') return;
    const { start, end } = place;
    if (report.source.slice(start, end) !== anchors[at]?.exact) return;
    const there = { ...decision, start, end };
    const fits = isCorrection(decision)
      ? !corrections.some((other) => editsOverlap(other, there))
      : repairs.has(decisionKey(there));
    if (!fits) return;
    carried.set(decisionKey(there), there);
    if (isCorrection(there)) corrections.push(there);
  });
  return [...carried.values()].sort(comparePlaces);
}
