import { ZhupiError } from '#core/base/app-error.ts';
import { openIndexDatabase, type IndexDatabase } from './index-database.ts';

/** What went wrong with the file of the index, to tell it from what goes wrong with a report. */
class IndexFailure extends Error {}

export function onDisk<T>(work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw new IndexFailure('index', { cause });
  }
}

/** Where the index lives: what is there, else a new file, else memory, when the disk takes none. */
const PLACES = ['file', 'fresh-file', 'memory'] as const;

/** The database of the index wherever it can be. */
interface IndexPlace {
  database(): IndexDatabase;
  /** To be called before the rows are read: {@link isAsSeen} compares with now. */
  see(): void;
  /** False when the place was given up since: what was read of its rows does not hold in the next. */
  isAsSeen(): boolean;
  /** Gives the present place up. Throws what is handed over when there is no other. */
  moveOn(thrown: unknown): void;
  /** Whether another process has written to the file since it was seen. */
  hasChanged(): boolean;
  close(): void;
}

export function indexPlace(path: string, fingerprint: string): IndexPlace {
  let database: IndexDatabase | undefined;
  let place = 0;
  let moves = 0;
  let seen = { moves: 0, version: 0 };
  const moveOn = (thrown: unknown): void => {
    database?.close();
    database = undefined;
    moves += 1;
    // A file that another process is using is sound and stays.
    const isLocked = thrown instanceof ZhupiError && thrown.code === 'store-locked';
    place += isLocked && place === 0 ? 2 : 1;
    if (place >= PLACES.length) throw thrown;
  };
  return {
    database: () => {
      while (database === undefined) {
        const kind = PLACES[place];
        try {
          const file = kind === 'memory' ? ':memory:' : path;
          database = openIndexDatabase(file, fingerprint, kind === 'fresh-file');
        } catch (thrown) {
          moveOn(thrown);
        }
      }
      return database;
    },
    see: () => {
      seen = { moves, version: database === undefined ? -1 : dataVersionOf(database) };
    },
    isAsSeen: () => moves === seen.moves,
    moveOn,
    hasChanged: () => database !== undefined && place < 2 && dataVersionOf(database) !== seen.version,
    close: () => {
      database?.close();
      database = undefined;
    },
  };
}

export type InTurn = (work: (database: IndexDatabase) => Promise<void>) => Promise<void>;

/** Does works one after the other, for all write the same rows; anew in the next place when the disk fails. */
export function turnsAt(place: IndexPlace): InTurn {
  let turn: Promise<void> = Promise.resolve();
  return (work) => {
    const result = turn.then(async () => {
      for (;;) {
        try {
          await work(onDisk(() => place.database()));
          return;
        } catch (thrown) {
          if (!(thrown instanceof IndexFailure)) throw thrown;
          place.moveOn(thrown.cause);
        }
      }
    });
    turn = result.catch(() => undefined);
    return result;
  };
}

/** -1 for a file that cannot be asked. */
function dataVersionOf(database: IndexDatabase): number {
  try {
    return database.dataVersion();
  } catch {
    return -1;
  }
}
