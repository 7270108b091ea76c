import { toAppError, type AppError } from '#core/base/app-error.ts';
import type { VaultState } from '#core/ipc/calls/export-calls.ts';
import type { ExportAnswer } from '#core/ipc/payloads.ts';
import type { ExportDeps, ExportMarkdown } from '../../export-types.ts';
import type { Connection } from '../../store/connection.ts';
import { lastSeq, touchedSince } from '../../store/journal.ts';
import { changeVault, readVault, setVaultFolder, type KeptVault } from './vault-settings.ts';
import { writeVault } from './write-vault.ts';

export interface VaultDeps {
  readonly connection: Connection;
  readonly projectId: string;
  readonly exportDeps: ExportDeps;
  readonly exportMarkdown: ExportMarkdown;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The vault could not be written, for the first time since it could. */
  readonly onFailed: (error: AppError) => void;
  /** Milliseconds from a change until it is written, and until a vault that failed is tried again. */
  readonly delay?: number;
  readonly retryDelay?: number;
}

/** A project's folder of Markdown files, written on demand or behind every change of a note. */
export interface Vault {
  state(): VaultState;
  change(change: Partial<Pick<VaultState, 'keepsUpToDate' | 'template' | 'script' | 'deleted'>>): VaultState;
  choose(folder: string | null): VaultState;
  /** Writes every report that has notes or a file there. Throws `vault-not-chosen` and what the export throws. */
  update(): Promise<ExportAnswer>;
  /** Something was written to the journal, by this process or another. */
  changed(): void;
  /** Writes what is waiting, and ends. */
  close(): Promise<void>;
}

/** A writer at work makes many changes a minute; her files are written when she pauses. */
const DELAY = 1_500;
const RETRY_DELAY = 60_000;

/**
 * Keeps the vault by the journal: what was touched since the row that was last written there is written, so that changes
 * of a command, or of a time when the folder was away, come in too. Errors are told once and tried again; they harm nothing,
 * because every file is written whole or not at all.
 */
export function createVault(deps: VaultDeps): Vault {
  const { connection, projectId } = deps;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  let hasFailed = false;

  const schedule = (delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      // The error is kept and told; nobody waits for this writing.
      void inTurn(catchUp).catch(() => undefined);
    }, delay);
    timer.unref();
  };
  /** One writing at a time: two would merge the same file twice. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = running.then(work, work);
    running = next.catch(() => undefined);
    return next;
  };
  const write = async (reportIds: readonly string[] | null, isAsked: boolean): Promise<ExportAnswer> => {
    try {
      const { answer, error } = await writeVault(deps, reportIds, readVault(connection, projectId));
      ended(error, isAsked);
      return answer;
    } catch (thrown) {
      ended(toAppError(thrown), isAsked);
      throw thrown;
    }
  };
  /** Who asked for a writing reads the answer; a writing behind a change tells its error, once. */
  const ended = (error: AppError | null, isAsked: boolean): void => {
    if (error !== null && !hasFailed && !isAsked) deps.onFailed(error);
    hasFailed = error !== null;
    if (hasFailed && timer === undefined) schedule(deps.retryDelay ?? RETRY_DELAY);
  };
  const catchUp = async (): Promise<void> => {
    const { folder, keepsUpToDate, seq } = readVault(connection, projectId);
    const newest = lastSeq(connection);
    if (folder === null || !keepsUpToDate || newest === seq) return;
    // Nothing is known of what stands there: another folder, another form of writing, or a library that was restored.
    const isOther = seq === 0 || newest < seq;
    const touched = touchedSince(connection, seq);
    // The name of a code stands in the files of all its notes, and a template in all files.
    const isEverywhere = isOther || touched.some(({ kind }) => kind === 'code' || kind === 'template');
    await write(isEverywhere ? null : [...new Set(touched.flatMap(({ reportId }) => reportId ?? []))], false);
  };
  const changed = (): void => {
    // A vault that fails is tried again at its own time.
    if (timer === undefined || !hasFailed) schedule(deps.delay ?? DELAY);
  };
  return {
    state: () => shown(readVault(connection, projectId)),
    change: (change) => {
      const { template, script, deleted } = change;
      const isOther = template !== undefined || script !== undefined || deleted !== undefined;
      const vault = changeVault(connection, projectId, { ...change, ...(isOther ? { seq: 0 } : {}) });
      changed();
      return shown(vault);
    },
    choose: (folder) => {
      hasFailed = false;
      const vault = setVaultFolder(connection, projectId, folder);
      changed();
      return shown(vault);
    },
    update: () => inTurn(() => write(null, true)),
    changed,
    close: async () => {
      const isWaiting = timer !== undefined && !hasFailed;
      clearTimeout(timer);
      if (isWaiting) await inTurn(catchUp).catch(() => undefined);
      await running;
      clearTimeout(timer);
    },
  };
}

function shown({ seq: _seq, ...state }: KeptVault): VaultState {
  return state;
}
