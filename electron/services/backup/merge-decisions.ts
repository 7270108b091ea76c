import { editsOverlap } from '#core/text/merge-edits.ts';
import type { Connection } from '../store/connection.ts';
import { decisionKey, isCorrection, listDecisions, type DecisionState } from '../store/repair-decisions.ts';
import { sourceHashOf, versionState } from '../store/report-table.ts';
import type { ReportPair } from './merge-reports.ts';

interface NewDecisions {
  readonly id: string;
  readonly before: DecisionState;
  readonly after: DecisionState;
}

/** Decisions of the archive about a text that both sides show, where the library has made none; null when there are none. */
export function newDecisions(ours: Connection, theirs: Connection, pair: ReportPair): NewDecisions | null {
  const { theirId, ourId } = pair;
  const version = versionOf(ours, ourId);
  const their = versionState(theirs, theirId).version;
  if (sourceHashOf(ours, ourId, version) !== sourceHashOf(theirs, theirId, their)) return null;
  const mine = listDecisions(ours, ourId, version);
  const known = new Set(mine.map(decisionKey));
  const corrections = mine.filter(isCorrection);
  const decisions = listDecisions(theirs, theirId, their).filter(
    (one) =>
      !known.has(decisionKey(one)) &&
      !(isCorrection(one) && corrections.some((other) => editsOverlap(other, one))),
  );
  if (decisions.length === 0) return null;
  return { id: ourId, before: { version, decisions: [] }, after: { version, decisions } };
}

/** Also of a report in the trash. */
function versionOf(connection: Connection, reportId: string): number {
  const row = connection.get<{ version: number }>(
    'SELECT current_version AS version FROM report WHERE id = ?',
    reportId,
  );
  return row?.version ?? 0;
}
