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

/** Columns of decisions that only switch, as JSON arrays. */
type SwitchRow = readonly [start: number, end: number, rule: string, applied: 0 | 1, time: number];

interface CorrectionRow extends Omit<StoredDecision, 'applied' | 'after'> {
  readonly applied: 0 | 1;
  readonly after: Uint8Array;
}

/** All decisions about a version, in the order of their places. */
export function listDecisions(
  connection: Connection,
  reportId: string,
  version: number,
): readonly StoredDecision[] {
  // There may be a hundred thousand: one string of JSON crosses the driver's border in a third of the time of the rows.
  const { rows } = connection.get<{ readonly rows: string }>(
    `SELECT json_group_array(json_array(start, "end", rule, applied, time)) AS rows FROM
       (SELECT * FROM decision WHERE report_id = ? AND version = ? AND after IS NULL ORDER BY start, "end", rule)`,
    reportId,
    version,
  ) ?? { rows: '[]' };
  const decisions = (JSON.parse(rows) as readonly SwitchRow[]).map(
    ([start, end, rule, applied, time]): StoredDecision => {
      return { start, end, rule, applied: applied === 1, after: null, time };
    },
  );
  const corrections = listCorrections(connection, reportId, version);
  return corrections.length === 0 ? decisions : [...decisions, ...corrections].sort(comparePlaces);
}

/** The user's own corrections of a version, in the order of their places. */
export function listCorrections(
  connection: Connection,
  reportId: string,
  version: number,
): readonly StoredDecision[] {
  return connection
    .all<CorrectionRow>(
      `SELECT start, "end", rule, applied, after, time FROM decision
       WHERE report_id = ? AND version = ? AND after IS NOT NULL ORDER BY start, "end", rule`,
      reportId,
      version,
    )
    .map((row) => ({ ...row, applied: row.applied === 1, after: decodeText(row.after) }));
}

/** Puts `after` in the place of `before`, inside the caller's transaction. */
export function replaceDecisions(
  connection: Connection,
  reportId: string,
  before: DecisionState,
  after: DecisionState,
): void {
  const kept = new Set(before.version === after.version ? after.decisions.map(decisionKey) : []);
  const gone = before.decisions.filter((one) => !kept.has(decisionKey(one)));
  if (gone.length > 0) {
    connection.run(
      `DELETE FROM decision WHERE report_id = ? AND version = ? AND (start, "end", rule) IN
         (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?))`,
      ...[reportId, before.version],
      JSON.stringify(gone.map(({ start, end, rule }) => [start, end, rule])),
    );
  }
  const switches = after.decisions.filter((one) => one.after === null);
  if (switches.length > 0) {
    connection.run(
      `INSERT INTO decision (report_id, version, start, "end", rule, applied, after, time)
       SELECT ?, ?, value ->> 0, value ->> 1, value ->> 2, value ->> 3, NULL, value ->> 4 FROM json_each(?) WHERE true
       ON CONFLICT DO UPDATE SET applied = excluded.applied, after = NULL, time = excluded.time`,
      ...[reportId, after.version],
      JSON.stringify(
        switches.map((one): SwitchRow => [one.start, one.end, one.rule, one.applied ? 1 : 0, one.time]),
      ),
    );
  }
  for (const { start, end, rule, applied, after: text, time } of after.decisions) {
    if (text === null) continue;
    connection.run(
      `INSERT INTO decision (report_id, version, start, "end", rule, applied, after, time)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET applied = excluded.applied, after = excluded.after, time = excluded.time`,
      ...[reportId, after.version, start, end, rule, Number(applied)],
      encodeText(text),
      time,
    );
  }
}

/** Whether two lists in the order of their places hold the same decisions. */
export function sameDecisions(a: readonly StoredDecision[], b: readonly StoredDecision[]): boolean {
  return (
    a.length === b.length &&
    a.every((one, at) => {
      const other = b[at];
      return (
        other !== undefined &&
        comparePlaces(one, other) === 0 &&
        one.applied === other.applied &&
        one.after === other.after
      );
    })
  );
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

/** The order of their places: start, end, then rule. */
export function comparePlaces(a: StoredDecision, b: StoredDecision): number {
  return a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : Number(a.rule > b.rule));
}
