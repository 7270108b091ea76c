import type { LibraryNotice, LibraryNoticeKind } from '#core/ipc/calls/backup-calls.ts';
import type { Slice } from './slice.ts';

export interface NoticeSlice {
  /** What the user must read about the data as a whole, the oldest first; of one kind only the newest. */
  readonly notices: readonly LibraryNotice[];
  readonly noteNotice: (notice: LibraryNotice) => void;
  readonly closeNotice: (kind: LibraryNoticeKind) => void;
}

export const createNoticeSlice: Slice<NoticeSlice> = () => (set, get) => ({
  notices: [],
  noteNotice: (notice) =>
    set({ notices: [...get().notices.filter(({ kind }) => kind !== notice.kind), notice] }),
  closeNotice: (kind) => set({ notices: get().notices.filter((notice) => notice.kind !== kind) }),
});
