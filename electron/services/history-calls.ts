import type { HistoryAnswer } from '#core/ipc/payloads.ts';
import type { Library, LibraryOptions } from './library-types.ts';
import { redoAction, undoAction } from './store/actions.ts';
import type { Connection } from './store/connection.ts';
import { takesSteps, type Direction } from './store/revert-in-steps.ts';
import { revertUnderWay } from './store/reverting.ts';
import { withShownEdits } from './store/shown-edits.ts';
import { stepOver } from './store/take-back.ts';
import { topRedo, topUndo } from './store/undo-stack.ts';

interface HistoryDeps {
  readonly connection: Connection;
  readonly now: () => number;
  readonly onEvent: LibraryOptions['onEvent'];
  /** Tells the windows what an undo or redo has changed; `label` is what it was of. */
  readonly stepped: (answer: HistoryAnswer, label: string | null) => HistoryAnswer;
}

/** Milliseconds between two tellings of how far an undo is. */
const TELLING = 100;
/** What its progress is counted in. */
const WHOLE = 100;

/** Undo and redo, one after another: of an action on many notes in steps, else at once. */
export function historyCalls({ connection, now, onEvent, stepped }: HistoryDeps) {
  let underWay: Promise<unknown> | null = null;

  const atOnce = (direction: Direction) => (): HistoryAnswer => {
    const answer = direction === 'undo' ? undoAction(connection, now()) : redoAction(connection, now());
    return stepped(answer, direction === 'undo' ? answer.redo : answer.undo);
  };

  const go = (direction: Direction, job: string | undefined): HistoryAnswer | Promise<HistoryAnswer> => {
    if (underWay !== null) return underWay.then(() => go(direction, job));
    const entry = direction === 'undo' ? topUndo(connection) : topRedo(connection);
    // A cancelled action is taking itself back.
    const ending = entry && revertUnderWay(connection, entry.groupId);
    if (ending !== undefined) return ending.then(() => go(direction, job));
    if (entry === undefined || !takesSteps(connection, entry.groupId)) {
      return withShownEdits(atOnce(direction));
    }
    let toldAt = -Infinity;
    const onProgress = (share: number): void => {
      const time = performance.now();
      if (job === undefined || (time - toldAt < TELLING && share < 1)) return;
      toldAt = time;
      const done = Math.floor(share * WHOLE);
      onEvent({ name: 'notesProgress', payload: { job, done, total: WHOLE } });
    };
    const working = stepOver(connection, entry, direction, { now, onProgress }).then((answer) =>
      stepped(answer, entry.label),
    );
    underWay = working
      .catch(() => undefined)
      .finally(() => {
        underWay = null;
      });
    return working;
  };

  return {
    calls: {
      undo: ({ job }) => go('undo', job),
      redo: ({ job }) => go('redo', job),
    } satisfies Partial<Library>,
    /** Ends when the steps that are under way have. */
    close: async (): Promise<void> => {
      await underWay;
    },
  };
}
