import type { Edit } from '#core/text/edit.ts';
import { repairsOfRule, USER_RULE } from '#core/text/edit-rules.ts';
import type { RepairDecision } from '#core/text/repair/decisions.ts';
import type { Connection } from './connection.ts';
import { decodeText, encodeText } from './wtf8.ts';

/** What the user decided about one edit, or her own correction (rule `user`, whose text is `after`). */
export interface StoredDecision extends RepairDecision {
  /** Null for a decision about an edit of the rules. */
  readonly after: string | null;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** Decisions about one source version. A change of them names those it touches and no others. */
export interface DecisionState {
  readonly version: number;
  readonly decisions: readonly StoredDecision[];
}

interface DecisionRow extends Omit<StoredDecision, 'applied' | 'after'> {
  readonly applied: 0 | 1;
  readonly after: Uint8Array | null;
}

/** All decisions about a version, in the order of their places. */
export function listDecisions(
  connection: Connection,
  reportId: string,
  version: number,
): readonly StoredDecision[] {
  return connection
    .all<DecisionRow>(
      `SELECT start, "end", rule, applied, after, time FROM decision WHERE report_id = ? AND version = ?
       ORDER BY start, "end", rule`,
      reportId,
      version,
    )
    .map((row) => ({ ...row, applied: row.applied === 1, after: row.after && decodeText(row.after) }));
}

/** Puts `after` in the place of `before`, inside the caller's transaction. */
export function replaceDecisions(
  connection: Connection,
  reportId: string,
  before: DecisionState,
  after: DecisionState,
): void {
  for (const { start, end, rule } of before.decisions) {
    connection.run(
      'DELETE FROM decision WHERE report_id = ? AND version = ? AND start = ? AND "end" = ? AND rule = ?',
      ...[reportId, before.version, start, end, rule],
    );
  }
  for (const { start, end, rule, applied, after: text, time } of after.decisions) {
    connection.run(
      `INSERT INTO decision (report_id, version, start, "end", rule, applied, after, time)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[reportId, after.version, start, end, rule, Number(applied)],
      text === null ? null : encodeText(text),
      time,
    );
  }
}

/** Names a decision among those about one version. */
export function decisionKey({ start, end, rule }: Omit<RepairDecision, 'applied'>): string {
  return `${start} ${end} ${rule}`;
}

/** Whether a decision is a correction of the user's own. */
export function isCorrection({ rule }: StoredDecision): boolean {
  return rule === USER_RULE;
}

/** The edits of a complete list that do more than lay out or hide marks. */
export function repairsAmong(edits: readonly Edit[]): readonly Edit[] {
  return edits.filter(({ rule }) => repairsOfRule(rule).length > 0);
}
