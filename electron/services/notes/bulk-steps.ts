import { setImmediate as nextTurn } from 'node:timers/promises';
import type { HistoryLabel } from '#core/annotations/history-label.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import { recordPart } from '../store/actions.ts';
import { AT_ONCE } from '../store/revert-in-steps.ts';
import { takeBack } from '../store/take-back.ts';
import type { UndoableChange } from '../store/undoable-change.ts';
import type { NotesDeps } from './notes.ts';

/** Who follows an action on many notes. */
export interface BulkWatch {
  readonly onProgress: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

export interface BulkAnswer {
  /** Notes that are changed now. */
  readonly changed: number;
  readonly cancelled: boolean;
}

/**
 * Does one action on many notes step by step, so that others get their turn: one group of the journal, one undo. Cancelled by the
 * signal, or by an undo meanwhile, it is taken back; where something of it has since been changed by another it stands as far
 * as it came, and can be undone. What a step throws is thrown, and what was done before it is taken back.
 * Who follows is told of actions that take more than one step.
 * @param plan the changes for some of the notes as they are now, inside the step's transaction
 */
export async function inSteps(
  { connection, actor, now }: Pick<NotesDeps, 'connection' | 'actor' | 'now'>,
  ids: readonly string[],
  {
    label,
    plan,
  }: { readonly label: HistoryLabel; readonly plan: (ids: readonly string[]) => UndoableChange[] },
  { onProgress, signal }: BulkWatch,
): Promise<BulkAnswer> {
  let group: number | null = null;
  let changed = 0;
  const isTakenBack = async (): Promise<boolean> => group === null || takeBack(connection, now, group);
  const abandoned = async (): Promise<BulkAnswer> => ({
    changed: (await isTakenBack()) ? 0 : changed,
    cancelled: true,
  });
  const tell = (done: number): void => {
    if (ids.length > AT_ONCE) onProgress(Math.min(done, ids.length), ids.length);
  };
  tell(0);
  try {
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      if (signal.aborted) return await abandoned();
      const some = ids.slice(from, from + AT_ONCE);
      connection.write(() => {
        const changes = plan(some);
        group = recordPart(connection, actor, now(), { label, begun: group }, changes);
        changed += changes.length;
      });
      tell(from + AT_ONCE);
      await nextTurn();
    }
  } catch (thrown) {
    const answer = await abandoned();
    if (thrown instanceof ZhupiError && thrown.code === 'cancelled') return answer;
    throw thrown;
  }
  // Cancelled behind the last step: where it cannot be taken back, it is done.
  const isCancelled = signal.aborted && changed > 0 && (await isTakenBack());
  return { changed: isCancelled ? 0 : changed, cancelled: isCancelled };
}
