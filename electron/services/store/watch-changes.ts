import type { Connection } from './connection.ts';
import { lastSeq, touchedSince, type JournalKind } from './journal.ts';

/** Milliseconds between two looks for changes of other processes. */
const INTERVAL = 500;
/** Milliseconds between two tellings of own changes: an import of a thousand files is not a thousand lists. */
const PAUSE = 200;

export interface Touched {
  readonly kind: JournalKind;
  readonly reportId: string | null;
}

export interface ChangeWatch {
  /**
   * Tells what was written since the last time: after the caller's own answer, and not sooner than `pause` milliseconds
   * (200) after the last telling.
   */
  ownChange(pause?: number): void;
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
  let toldAt = Number.NEGATIVE_INFINITY;
  let waiting: NodeJS.Timeout | undefined;
  let dueAt = Number.POSITIVE_INFINITY;
  const tell = (): void => {
    waiting = undefined;
    dueAt = Number.POSITIVE_INFINITY;
    if (stopped) return;
    toldAt = performance.now();
    const newest = lastSeq(connection);
    if (newest === seq) return;
    const touched = touchedSince(connection, seq);
    seq = newest;
    onTouched(touched);
  };
  // A busy or failing database shows itself at the next call; it must not end the process from a timer.
  const quietly = (work: () => void) => (): void => {
    try {
      work();
    } catch {
      // The next look tries again.
    }
  };
  const look = (): void => {
    const now = dataVersion(connection);
    if (now === version) return;
    version = now;
    tell();
  };
  const timer = setInterval(quietly(look), INTERVAL);
  timer.unref();
  return {
    ownChange: (pause = PAUSE) => {
      const due = Math.max(performance.now(), toldAt + pause);
      if (due >= dueAt) return;
      clearTimeout(waiting);
      dueAt = due;
      waiting = setTimeout(quietly(tell), due - performance.now());
      waiting.unref();
    },
    stop: () => {
      stopped = true;
      clearInterval(timer);
      clearTimeout(waiting);
    },
  };
}

function dataVersion(connection: Connection): number {
  return connection.get<{ data_version: number }>('PRAGMA data_version')?.data_version ?? 0;
}
