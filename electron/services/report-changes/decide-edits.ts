import { ZhupiError } from '#core/base/app-error.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import type { Edit } from '#core/text/edit.ts';
import { repairsOfRule } from '#core/text/edit-rules.ts';
import { recordAction } from '../store/actions.ts';
import { openStoredReport } from '../store/report-table.ts';
import { decisionKey, listDecisions, type StoredDecision } from '../store/repair-decisions.ts';
import { readRepairable, withShownEdits } from '../store/shown-edits.ts';
import { beginChange } from './begin-change.ts';
import type { ReportChangesDeps } from './deps.ts';

export interface EditDecision {
  /** Range and rule of the edit as the report's content lists it. */
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  /** Null takes the decision back. */
  readonly applied: boolean | null;
}

export interface DecideEditsRequest {
  readonly reportId: string;
  /** The source version that the edits are of. */
  readonly version: number;
  readonly decisions: readonly EditDecision[];
}

/**
 * Switches repairs of the shown text on or off, as one action. An edit is named as `edits` or `shownEdits` of the content
 * list it; one that layout was merged into stands for the repairs in it. Notes, outline and index stay as they are.
 * Throws `report-unknown`, `report-changed`, and `range-invalid` for an edit that is not there or only lays out.
 */
export function decideEdits(
  deps: ReportChangesDeps,
  request: DecideEditsRequest,
): ReportContent | Promise<ReportContent> {
  const { connection, actor } = deps;
  const { reportId, version } = request;
  return withShownEdits(() => {
    const now = deps.now();
    connection.write(() => {
      const content = beginChange(deps, reportId, now, version);
      const wanted = new Map<string, EditDecision>();
      const repairs = readRepairable(connection, reportId, version)?.repairs ?? [];
      const find = repairFinder(content, repairs);
      for (const decision of request.decisions) {
        const found = find(decision);
        if (found.length === 0) {
          const { start, end } = decision;
          throw new ZhupiError('range-invalid', { reportId, start, end, length: content.source.length });
        }
        for (const { start, end, rule } of found) {
          const one = { start, end, rule, applied: decision.applied };
          wanted.set(decisionKey(one), one);
        }
      }
      const before = listDecisions(connection, reportId, version).filter((one) =>
        wanted.has(decisionKey(one)),
      );
      const after = [...wanted.values()].flatMap(({ applied, ...edit }): readonly StoredDecision[] =>
        applied === null ? [] : [{ ...edit, applied, after: null, time: now }],
      );
      if (isSame(before, after)) return;
      recordAction(connection, actor, now, 'switch-repairs', [
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

/** Finds the repairs that an edit of the content stands for. */
function repairFinder(
  { edits, shownEdits }: ReportContent,
  repairs: readonly Edit[],
): (edit: Pick<Edit, 'start' | 'end' | 'rule'>) => readonly Edit[] {
  const own = new Map(repairs.map((edit) => [decisionKey(edit), edit]));
  const listed = new Set([...edits, ...(shownEdits ?? [])].map(decisionKey));
  return (edit) => {
    const same = own.get(decisionKey(edit));
    if (same !== undefined) return [same];
    if (!listed.has(decisionKey(edit))) return [];
    const rules = new Set(repairsOfRule(edit.rule));
    return within(repairs, edit).filter(({ rule }) => rule.split('+').every((name) => rules.has(name)));
  };
}

/** The edits of an ordered list that lie in a range. */
function within(edits: readonly Edit[], { start, end }: Pick<Edit, 'start' | 'end'>): readonly Edit[] {
  let low = 0;
  let high = edits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edits[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: Edit[] = [];
  for (let at = low; at < edits.length; at += 1) {
    const edit = edits[at];
    if (edit === undefined || edit.start > end) break;
    if (edit.end <= end) found.push(edit);
  }
  return found;
}

function isSame(before: readonly StoredDecision[], after: readonly StoredDecision[]): boolean {
  const applied = new Map(before.map((one) => [decisionKey(one), one.applied]));
  return (
    before.length === after.length && after.every((one) => applied.get(decisionKey(one)) === one.applied)
  );
}
