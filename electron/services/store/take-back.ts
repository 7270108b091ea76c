import { ZhupiError } from '#core/base/app-error.ts';
import type { HistoryAnswer } from '#core/ipc/payloads.ts';
import type { Connection } from './connection.ts';
import { revertInSteps, type Direction } from './revert-in-steps.ts';
import { revertUnderWay } from './reverting.ts';
import { dropEntry, entryOf, historyState, markEntry, topUndo, type UndoEntry } from './undo-stack.ts';

/**
 * Takes back what an action of a window has done so far and takes it off the stack, as if it had not been begun; the journal keeps
 * both. False when that cannot be, because something of it has since been changed: then it stands, and can be undone like any
 * other.
 */
export async function takeBack(connection: Connection, now: () => number, groupId: number): Promise<boolean> {
  await revertUnderWay(connection, groupId);
  const entry = entryOf(connection, groupId);
  if (entry?.done !== 1) return entry !== undefined;
  const done = await revertInSteps(connection, {
    ...{ entry, direction: 'undo', now },
    onProgress: () => undefined,
    onBegin: () => undefined,
    onEnd: () => dropEntry(connection, entry),
  });
  return done !== 'superseded';
}

/** Undoes or redoes an action on many notes in steps. Throws `undo-superseded`. */
export async function stepOver(
  connection: Connection,
  entry: UndoEntry,
  direction: Direction,
  { now, onProgress }: { readonly now: () => number; readonly onProgress: (share: number) => void },
): Promise<HistoryAnswer> {
  const done = await revertInSteps(connection, {
    ...{ entry, direction, now, onProgress },
    // Cut short, it is for the next undo to end; what the user does meanwhile forgets what could be redone.
    onBegin: () => markEntry(connection, entry, true),
    onEnd: () => {
      if (direction === 'undo') leaveUndone(connection, entry);
    },
  });
  if (done === 'superseded') {
    dropEntry(connection, entry);
    throw new ZhupiError('undo-superseded');
  }
  return { ...historyState(connection), reportIds: [...done] };
}

/** What the user did meanwhile stands above it: then it cannot be redone, as behind any new action. */
function leaveUndone(connection: Connection, entry: UndoEntry): void {
  if (topUndo(connection)?.groupId === entry.groupId) markEntry(connection, entry, false);
  else dropEntry(connection, entry);
}
