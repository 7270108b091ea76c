import {
  libraryNoticeSchema,
  type LibraryNotice,
  type LibraryNoticeKind,
} from '#core/ipc/calls/backup-calls.ts';
import { toAppError, type AppError } from '#core/base/app-error.ts';
import type { StateFile } from './state-file.ts';

/** What happens once and is never found out again: it is kept in state.json until the user has closed it. */
const KEPT_KINDS: ReadonlySet<LibraryNoticeKind> = new Set(['recovered', 'restored']);

/** What the user must read about the data, of each kind the newest, until it is closed. */
export class KeptNotices {
  readonly #state: StateFile;
  readonly #notices: Map<LibraryNoticeKind, LibraryNotice>;

  constructor(state: StateFile) {
    this.#state = state;
    const kept = state.get().notices.flatMap((raw) => libraryNoticeSchema.safeParse(raw).data ?? []);
    this.#notices = new Map(kept.map((notice) => [notice.kind, notice]));
  }

  all(): readonly LibraryNotice[] {
    return [...this.#notices.values()];
  }

  /** Answers why it could not be written; then it is kept until the program ends. */
  add(notice: LibraryNotice): AppError | null {
    this.#notices.set(notice.kind, notice);
    return KEPT_KINDS.has(notice.kind) ? this.#write() : null;
  }

  close(kind: LibraryNoticeKind): AppError | null {
    if (!this.#notices.delete(kind)) return null;
    return KEPT_KINDS.has(kind) ? this.#write() : null;
  }

  /** At once: a program that ends the next moment must not take it along. */
  #write(): AppError | null {
    this.#state.change({ notices: this.all().filter(({ kind }) => KEPT_KINDS.has(kind)) });
    try {
      this.#state.flush();
      return null;
    } catch (thrown) {
      return toAppError(thrown);
    }
  }
}
