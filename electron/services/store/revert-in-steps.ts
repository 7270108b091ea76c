import { setImmediate as nextTurn } from 'node:timers/promises';
import { applyChanges } from './actions.ts';
import { anchorsFit } from './anchors-fit.ts';
import type { Connection } from './connection.ts';
import { someRowsOfGroup, type JournalRow } from './journal.ts';
import { currentRecords, isNoteAsWanted, reapplyRow } from './reapply-change.ts';
import { whileReverting } from './reverting.ts';
import type { UndoEntry } from './undo-stack.ts';
import type { UndoableChange } from './undoable-change.ts';

/** Notes that are changed in one transaction: some tens of milliseconds, in which this process answers nothing else. */
export const AT_ONCE = 500;
/** Rows that are taken back in one: reading them back costs as much again as writing. */
const ROWS_AT_ONCE = 250;

export type Direction = 'undo' | 'redo';

export interface Revert {
  readonly entry: UndoEntry;
  readonly direction: Direction;
  readonly now: () => number;
  /** How much of all is done, from 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** Called inside the first and the last transaction. */
  readonly onBegin: () => void;
  readonly onEnd: () => void;
}

/** Some rows of a group, by their numbers. */
interface Part {
  readonly first: number;
  readonly last: number;
}

/**
 * Whether an action is taken back in steps: one on many notes, each of them once, and on nothing else. Where a report's
 * text changes with its notes, both must change together.
 */
export function takesSteps(connection: Connection, groupId: number): boolean {
  const sums = connection.get<{ count: number; notes: number; others: number }>(
    `SELECT count(*) AS count, count(DISTINCT record_id) AS notes, coalesce(sum(kind <> 'annotation'), 0) AS others
     FROM journal WHERE group_id = ?`,
    groupId,
  );
  return sums !== undefined && sums.count > AT_ONCE && sums.notes === sums.count && sums.others === 0;
}

/**
 * Takes an action back, or does it again, in steps, so that others get their turn. All of it is looked at first: where something
 * has since been changed, nothing is done. Where that happens between the steps, what was done is put back. What another
 * program changed to what it would become anyway is no hindrance; so an action whose steps were cut short by the end of the
 * process is taken back by the next undo, and until then its entry must stay where undo finds it.
 *
 * Answers the reports of the notes.
 */
export function revertInSteps(
  connection: Connection,
  revert: Revert,
): Promise<ReadonlySet<string> | 'superseded'> {
  const { entry, direction, now, onProgress, onBegin, onEnd } = revert;
  const { groupId } = entry;
  return whileReverting(connection, groupId, async () => {
    const parts = partsOf(connection, groupId, direction);
    let steps = 0;
    const step = async (): Promise<void> => {
      steps += 1;
      onProgress(steps / (2 * parts.length));
      await nextTurn();
    };
    onProgress(0);
    for (const part of parts) {
      const changes = connection.read(() => plan(connection, groupId, part, direction, now()));
      if (changes === 'superseded') return changes;
      await step();
    }
    const reportIds = new Set<string>();
    let written: number | null = null;
    for (const part of parts) {
      const isDone = connection.write(() => {
        if (part === parts[0]) onBegin();
        const changes = plan(connection, groupId, part, direction, now());
        if (changes === 'superseded') return false;
        if (changes.length > 0) written = applyChanges(connection, 'window', now(), changes, written);
        for (const { reportId } of changes) if (reportId !== null) reportIds.add(reportId);
        if (part === parts.at(-1)) onEnd();
        return true;
      });
      if (!isDone) {
        if (written !== null) await putBack(connection, written, now);
        return 'superseded';
      }
      await step();
    }
    return reportIds;
  });
}

/** The rows of a group in the order in which they are gone over. */
function partsOf(connection: Connection, groupId: number, direction: Direction): readonly Part[] {
  const rows = connection.all<{ seq: number }>(
    'SELECT seq FROM journal WHERE group_id = ? ORDER BY seq',
    groupId,
  );
  const parts: Part[] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const first = rows[from]?.seq ?? 0;
    parts.push({ first, last: rows[Math.min(from + ROWS_AT_ONCE, rows.length) - 1]?.seq ?? first });
  }
  return direction === 'undo' ? parts.toReversed() : parts;
}

/** The changes that undo or redo a part on the notes as they are now, without those that are so already. */
function plan(
  connection: Connection,
  groupId: number,
  part: Part,
  direction: Direction,
  now: number,
): readonly UndoableChange[] | 'superseded' {
  const changes: UndoableChange[] = [];
  for (const change of planned(connection, groupId, part, direction, now)) {
    if (change === 'superseded') return change;
    changes.push(change);
  }
  return anchorsFit(connection, changes) ? changes : 'superseded';
}

/** Takes back what these steps have done, but for what has since been changed. */
async function putBack(connection: Connection, groupId: number, now: () => number): Promise<void> {
  let written: number | null = null;
  for (const part of partsOf(connection, groupId, 'undo')) {
    connection.write(() => {
      const changes: UndoableChange[] = [];
      for (const change of planned(connection, groupId, part, 'undo', now())) {
        if (change !== 'superseded' && anchorsFit(connection, [change])) changes.push(change);
      }
      if (changes.length > 0) written = applyChanges(connection, 'window', now(), changes, written);
    });
    await nextTurn();
  }
}

function* planned(
  connection: Connection,
  groupId: number,
  part: Part,
  direction: Direction,
  now: number,
): Generator<UndoableChange | 'superseded'> {
  const rows: readonly JournalRow[] = someRowsOfGroup(connection, groupId, part);
  const current = currentRecords(connection, rows);
  for (const row of direction === 'undo' ? rows.toReversed() : rows) {
    const again = reapplyRow(connection, current, row, direction, now);
    if (again !== 'superseded' || !isNoteAsWanted(current, row, direction)) yield again;
  }
}
