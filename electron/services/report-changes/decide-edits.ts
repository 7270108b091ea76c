import { firstIndex } from '#core/base/first-index.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import type { Edit } from '#core/text/edit.ts';
import { repairsOfRule } from '#core/text/edit-rules.ts';
import { recordAction } from '../store/actions.ts';
import { openStoredReport, readStoredReport } from '../store/report-table.ts';
import { decisionKey, listDecisions, sameDecisions, type StoredDecision } from '../store/repair-decisions.ts';
import { readRepairable, writingShownEdits } from '../store/shown-edits.ts';
import { requireVersion } from './begin-change.ts';
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
  return writingShownEdits(() => {
    const now = deps.now();
    connection.write(() => {
      requireVersion(deps, reportId, now, version);
      const { source = '', repairs = [] } = readRepairable(connection, reportId, version) ?? {};
      const find = repairFinder(repairs, () => readStoredReport(connection, reportId));
      const wanted = new Map<number, boolean | null>();
      for (const decision of request.decisions) {
        const found = find(decision);
        if (found.length === 0) {
          const { start, end } = decision;
          throw new ZhupiError('range-invalid', { reportId, start, end, length: source.length });
        }
        for (const at of found) wanted.set(at, decision.applied);
      }
      const before = listDecisions(connection, reportId, version).filter((one) =>
        wanted.has(indexOfEdit(repairs, one)),
      );
      const after = [...wanted.keys()]
        .sort((a, b) => a - b)
        .flatMap((at): readonly StoredDecision[] => {
          const edit = repairs[at];
          const applied = wanted.get(at) ?? null;
          if (edit === undefined || applied === null) return [];
          const { start, end, rule } = edit;
          return [{ start, end, rule, applied, after: null, time: now }];
        });
      if (sameDecisions(before, after)) return;
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

type EditName = Pick<Edit, 'start' | 'end' | 'rule'>;

/** Finds the places in `repairs` of those that an edit of the content stands for. */
function repairFinder(
  repairs: readonly Edit[],
  readContent: () => ReportContent,
): (edit: EditName) => readonly number[] {
  let listed: ReadonlySet<string> | undefined;
  return (edit) => {
    const same = indexOfEdit(repairs, edit);
    if (same >= 0) return [same];
    if (listed === undefined) {
      const { edits, shownEdits } = readContent();
      listed = new Set([...edits, ...(shownEdits ?? [])].map(decisionKey));
    }
    if (!listed.has(decisionKey(edit))) return [];
    const rules = new Set(repairsOfRule(edit.rule));
    return within(repairs, edit).filter((at) =>
      repairs[at]?.rule.split('+').every((name) => rules.has(name)),
    );
  };
}

/** Where an edit stands in an ordered list; -1 when it is not there. */
function indexOfEdit(edits: readonly Edit[], { start, end, rule }: EditName): number {
  for (let at = firstFrom(edits, start); edits[at]?.start === start; at += 1) {
    if (edits[at]?.end === end && edits[at]?.rule === rule) return at;
  }
  return -1;
}

/** The places of the edits of an ordered list that lie in a range. */
function within(edits: readonly Edit[], { start, end }: EditName): readonly number[] {
  const found: number[] = [];
  for (let at = firstFrom(edits, start); at < edits.length; at += 1) {
    const edit = edits[at];
    if (edit === undefined || edit.start > end) break;
    if (edit.end <= end) found.push(at);
  }
  return found;
}

function firstFrom(edits: readonly Edit[], start: number): number {
  return firstIndex(edits.length, (at) => (edits[at]?.start ?? 0) >= start);
}
