import type { Connection } from './connection.ts';
import { lastSeq, touchedSince, type JournalKind } from './journal.ts';

/** Milliseconds between two looks for changes of other processes. */
const INTERVAL = 500;

export interface Touched {
  readonly kind: JournalKind;
  readonly reportId: string;
}

export interface ChangeWatch {
  /** Tells at once, after the caller's own answer, what was written since the last time. */
  ownChange(): void;
  stop(): void;
}

/**
 * Tells what was written to the library, by this process or another: `PRAGMA data_version` says that another one wrote,
 * the journal says what. Keeps no process alive.
 */
export function watchChanges(
  connection: Connection,
  onTouched: (touched: readonly Touched[]) => void,
): ChangeWatch {
  let seq = lastSeq(connection);
  let version = dataVersion(connection);
  let stopped = false;
  const tell = (): void => {
    if (stopped) return;
    const newest = lastSeq(connection);
    if (newest === seq) return;
    const touched = touchedSince(connection, seq);
    seq = newest;
    onTouched(touched);
  };
  const timer = setInterval(() => {
    try {
      const now = dataVersion(connection);
      if (now === version) return;
      version = now;
      tell();
    } catch {
      // A busy or failing database shows itself at the next call; the next look tries again.
    }
  }, INTERVAL);
  timer.unref();
  return {
    ownChange: () => {
      setImmediate(tell);
    },
    stop: () => {
      stopped = true;
      clearInterval(timer);
    },
  };
}

function dataVersion(connection: Connection): number {
  return connection.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0;
}
