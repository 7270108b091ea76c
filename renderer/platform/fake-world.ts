import { toAppError } from '#core/base/app-error.ts';
import type { AppError } from '#core/base/app-error.ts';
import { fail, ok } from '#core/base/result.ts';
import type { Result } from '#core/base/result.ts';
import type { EventName, EventPayload, ZhupiApi } from '#core/ipc/api.ts';
import type { AppState } from '#core/ipc/contract.ts';
import type { BackupEntry, MergeAnswer } from '#core/ipc/calls/backup-calls.ts';
import type { PackSummary } from '#core/ipc/payloads.ts';
import { DEFAULT_SETTINGS } from '#core/ipc/settings-values.ts';
import type { Settings } from '#core/ipc/settings.ts';
import type { FakeImport, FakeOptions } from './fake-client.ts';
import { createFakeEvent } from './fake-events.ts';
import type { FakeEvent } from './fake-events.ts';
import { FakeStore } from './fake-store.ts';

/** Everything behind the fake client: what main and the library process hold in the real program. */
export interface FakeWorld {
  readonly store: FakeStore;
  readonly events: { readonly [E in EventName]: FakeEvent<EventPayload<E>> };
  readonly failures: Map<string, AppError>;
  readonly calls: string[];
  readonly copied: string[];
  /** What was saved where the user wanted it, by path. */
  readonly saved: Map<string, string>;
  readonly positions: Map<string, number>;
  readonly imports: (FakeImport | null)[];
  /** What the next re-readings of a report find; null = the user closed the dialog. */
  readonly nextSources: (string | null)[];
  readonly cancelled: Set<string>;
  readonly app: Partial<AppState>;
  settings: Settings;
  packs: readonly PackSummary[];
  readonly backups: BackupEntry[];
  /** What the next archives bring; null = the user closed the dialog. */
  readonly merges: (MergeAnswer | null)[];
  importGate: Promise<void>;
  openImportGate: () => void;
  notesMade: number;
  /** Answers a call as the border does: behind the current turn, as a Result. */
  readonly answer: <T>(call: keyof ZhupiApi, work: () => T | Promise<T>) => Promise<Result<T>>;
}

export function createFakeWorld(options: FakeOptions): FakeWorld {
  const failures = new Map<string, AppError>();
  const calls: string[] = [];
  return {
    store: new FakeStore(options.reports ?? []),
    events: {
      libraryChanged: createFakeEvent(),
      vaultFailed: createFakeEvent(),
      libraryNotice: createFakeEvent(),
      libraryReplaced: createFakeEvent(),
      notesChanged: createFakeEvent(),
      scriptRulesChanged: createFakeEvent(),
      versionProgress: createFakeEvent(),
      notesProgress: createFakeEvent(),
      codesChanged: createFakeEvent(),
      savedSearchesChanged: createFakeEvent(),
      importProgress: createFakeEvent(),
      concordanceProgress: createFakeEvent(),
      packsState: createFakeEvent(),
      openLink: createFakeEvent(),
      menuCommand: createFakeEvent(),
    },
    failures,
    calls,
    copied: [],
    saved: new Map(),
    positions: new Map(),
    imports: [...(options.imports ?? [])],
    nextSources: [...(options.sources ?? [])],
    cancelled: new Set(),
    app: options.app ?? {},
    settings: { ...DEFAULT_SETTINGS, ...options.app?.settings },
    packs: options.packs ?? [],
    backups: [...(options.backups ?? [])],
    merges: [...(options.merges ?? [])],
    importGate: Promise.resolve(),
    openImportGate: () => {},
    notesMade: 0,
    answer: async <T>(call: keyof ZhupiApi, work: () => T | Promise<T>): Promise<Result<T>> => {
      calls.push(call);
      await Promise.resolve();
      const failure = failures.get(call);
      if (failure !== undefined) return fail(failure);
      try {
        return ok(await work());
      } catch (thrown) {
        return fail(toAppError(thrown));
      }
    },
  };
}
