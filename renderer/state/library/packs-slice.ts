import type { EventPayload } from '#core/ipc/api.ts';
import type { PackSummary } from '#core/ipc/payloads.ts';
import type { Slice } from '../window/slice.ts';

export interface PacksSlice {
  readonly packs: readonly PackSummary[];
  /** Packs load behind the first paint; a search before that waits. */
  readonly packsState: EventPayload<'packsState'>['state'];
  readonly notePacksState: (state: PacksSlice['packsState']) => void;
  readonly loadPacks: () => Promise<void>;
  readonly removePack: (packId: string) => Promise<void>;
}

export const createPacksSlice: Slice<PacksSlice> = (client) => (set, get) => ({
  packs: [],
  packsState: 'loading',
  notePacksState: (packsState) => {
    set({ packsState });
    if (packsState === 'failed') get().tell({ text: ({ app }) => app.packsFailed });
    if (packsState === 'ready') void get().loadReports();
  },
  loadPacks: async () => {
    const answer = await client.listPacks({});
    if (answer.ok) set({ packs: answer.value });
    else get().tellError(answer.error);
  },
  removePack: async (packId) => {
    const title = get().packs.find((pack) => pack.packId === packId)?.title ?? packId;
    const answer = await client.removePack({ packId });
    if (!answer.ok) return get().tellError(answer.error);
    get().tell({ tone: 'good', text: ({ library }) => library.packRemoved({ title }) });
    await Promise.all([get().loadPacks(), get().loadReports()]);
  },
});
