import type { Result } from '#core/base/result.ts';
import type { HistoryAnswer } from '#core/ipc/payloads.ts';
import type { Slice } from './slice.ts';

/** An undo or redo of so much that it goes in steps. */
export interface HistoryStep {
  readonly direction: 'undo' | 'redo';
  readonly done: number;
  readonly total: number;
}

/** Undo and redo of the whole library: one stack, kept over a restart. */
export interface HistorySlice {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** One that is under way and has told how far it is; null when there is none. */
  readonly historyStep: HistoryStep | null;
  readonly loadHistory: () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

export const createHistorySlice: Slice<HistorySlice> = (client) => (set, get) => {
  const jobs = new Map<string, HistoryStep['direction']>();
  client.onNotesProgress(({ job, done, total }) => {
    const direction = jobs.get(job);
    if (direction !== undefined) set({ historyStep: { direction, done, total } });
  });
  const go = async (direction: HistoryStep['direction']): Promise<Result<HistoryAnswer>> => {
    get().closeRevertingToasts();
    const job = `${direction}-${Math.random().toString(36).slice(2)}`;
    jobs.set(job, direction);
    try {
      return await client[direction]({ job });
    } finally {
      jobs.delete(job);
      set({ historyStep: null });
    }
  };
  const apply = (answer: Result<HistoryAnswer>, done: 'undone' | 'redone'): void => {
    if (!answer.ok) return get().tellError(answer.error);
    set({ canUndo: answer.value.undo !== null, canRedo: answer.value.redo !== null });
    get().tell({ text: (messages) => messages.app[done], topic: 'history' });
    void get().loadReports();
    void get().loadAnnotations();
  };
  return {
    canUndo: false,
    canRedo: false,
    historyStep: null,
    loadHistory: async () => {
      const answer = await client.historyState({});
      if (answer.ok) set({ canUndo: answer.value.undo !== null, canRedo: answer.value.redo !== null });
    },
    undo: async () => apply(await go('undo'), 'undone'),
    redo: async () => apply(await go('redo'), 'redone'),
  };
};
