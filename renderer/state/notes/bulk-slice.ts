import type { Slice } from '../window/slice.ts';

/** An action on many notes that is under way. */
export interface BulkAction {
  readonly job: string;
  readonly done: number;
  /** 0 until it begins. */
  readonly total: number;
  readonly isCancelled: boolean;
}

export interface BulkSlice {
  readonly bulk: BulkAction | null;
  /** Does such an action under the name of a job, and follows it until it ends. */
  readonly runBulk: <T>(work: (job: string) => Promise<T>) => Promise<T>;
  /** Asks the action that is under way to take itself back. */
  readonly cancelBulk: () => void;
}

export const createBulkSlice: Slice<BulkSlice> = (client) => (set, get) => {
  let jobs = 0;
  client.onNotesProgress(({ job, done, total }) => {
    const { bulk } = get();
    if (bulk?.job === job) set({ bulk: { ...bulk, done, total } });
  });
  return {
    bulk: null,
    runBulk: async (work) => {
      jobs += 1;
      const job = `notes-${Math.random().toString(36).slice(2)}-${String(jobs)}`;
      set({ bulk: { job, done: 0, total: 0, isCancelled: false } });
      try {
        return await work(job);
      } finally {
        if (get().bulk?.job === job) set({ bulk: null });
      }
    },
    cancelBulk: () => {
      const { bulk } = get();
      if (bulk === null || bulk.isCancelled) return;
      set({ bulk: { ...bulk, isCancelled: true } });
      void client.cancelNotes({ job: bulk.job });
    },
  };
};
