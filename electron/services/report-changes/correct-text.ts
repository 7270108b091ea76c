import { rangesOverlap } from '#core/base/text-range.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { USER_RULE } from '#core/text/edit-rules.ts';
import { editsOverlap } from '#core/text/merge-edits.ts';
import { splitsPair } from '#core/text/segmentation.ts';
import { recordAction } from '../store/actions.ts';
import { openStoredReport } from '../store/report-table.ts';
import { listCorrections, type StoredDecision } from '../store/repair-decisions.ts';
import { writingShownEdits } from '../store/shown-edits.ts';
import { beginChange } from './begin-change.ts';
import type { ReportChangesDeps } from './deps.ts';

export interface CorrectTextRequest {
  readonly reportId: string;
  /** The source version that the offsets count in. */
  readonly version: number;
  /** UTF-16 offsets of the source. */
  readonly start: number;
  readonly end: number;
  /** What is to be read there; null takes back what was corrected in this range. */
  readonly after: string | null;
}

/**
 * The user's own correction of a passage. It stands in the place of her earlier corrections that it holds; one that it
 * would cut is left, and the call refused. Notes stay as they are. Throws `report-unknown`, `report-changed`, and
 * `range-invalid` for a range that is not in the text, cuts a surrogate pair or a correction, or changes nothing.
 */
export function correctText(
  deps: ReportChangesDeps,
  request: CorrectTextRequest,
): ReportContent | Promise<ReportContent> {
  const { connection, actor } = deps;
  const { reportId, version, start, end } = request;
  return writingShownEdits(() => {
    const now = deps.now();
    connection.write(() => {
      const { source } = beginChange(deps, reportId, now, version);
      const invalid = new ZhupiError('range-invalid', { reportId, start, end, length: source.length });
      if (!isPassage(source, request)) throw invalid;
      const corrections = listCorrections(connection, reportId, version);
      const before = corrections.filter((one) => isReplaced(one, request));
      if (corrections.some((one) => !before.includes(one) && editsOverlap(one, request))) throw invalid;
      const after = correctionsOf(request, now);
      // Nothing to take back, or nothing put where nothing was.
      if (before.length + after.length === 0) throw invalid;
      if (before.length === 1 && after.length === 1 && isSame(before[0], after[0])) return;
      recordAction(connection, actor, now, 'correct-text', [
        {
          kind: 'repair-decisions',
          reportId,
          change: {
            id: reportId,
            before: { version, decisions: before },
            after: { version, decisions: after },
          },
        },
      ]);
    });
    return openStoredReport(connection, reportId);
  });
}

function isPassage(source: string, { start, end }: CorrectTextRequest): boolean {
  const isInText = start >= 0 && start <= end && end <= source.length;
  return isInText && !splitsPair(source, start) && !splitsPair(source, end);
}

/** Whether a correction lies in the range; an insertion at the range's edge is another place, unless it is all of it. */
function isReplaced(one: StoredDecision, { start, end }: CorrectTextRequest): boolean {
  if (one.start === start && one.end === end) return true;
  return start <= one.start && one.end <= end && rangesOverlap(one, { start, end });
}

function correctionsOf({ start, end, after }: CorrectTextRequest, now: number): readonly StoredDecision[] {
  if (after === null || (start === end && after === '')) return [];
  return [{ start, end, rule: USER_RULE, applied: true, after, time: now }];
}

function isSame(a: StoredDecision | undefined, b: StoredDecision | undefined): boolean {
  return a?.start === b?.start && a?.end === b?.end && a?.after === b?.after;
}
