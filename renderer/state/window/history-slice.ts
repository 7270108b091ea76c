import type { Result } from '#core/base/result.ts';
import type { HistoryAnswer } from '#core/ipc/payloads.ts';
import type { Slice } from './slice.ts';

/** Undo and redo of the whole library: one stack, kept over a restart. */
export interface HistorySlice {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly loadHistory: () => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
}

export const createHistorySlice: Slice<HistorySlice> = (client) => (set, get) => {
  const apply = (answer: Result<HistoryAnswer>, done: 'undone' | 'redone'): void => {
    get().closeRevertingToasts();
    if (!answer.ok) return get().tellError(answer.error);
    set({ canUndo: answer.value.undo !== null, canRedo: answer.value.redo !== null });
    get().tell({ text: (messages) => messages.app[done], topic: 'history' });
    void get().loadReports();
    void get().loadAnnotations();
  };
  return {
    canUndo: false,
    canRedo: false,
    loadHistory: async () => {
      const answer = await client.historyState({});
      if (answer.ok) set({ canUndo: answer.value.undo !== null, canRedo: answer.value.redo !== null });
    },
    undo: async () => apply(await client.undo({}), 'undone'),
    redo: async () => apply(await client.redo({}), 'redone'),
  };
};
