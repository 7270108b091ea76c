import type { LibraryOptions, PackService } from './library-types.ts';
import type { ReportChangesDeps } from './report-changes/deps.ts';
import { olderCopies } from './report-changes/older-copies.ts';
import type { SearchService } from './search-types.ts';

interface PackCallsDeps {
  readonly packs: PackService;
  readonly search: Pick<SearchService, 'invalidate'>;
  readonly onEvent: LibraryOptions['onEvent'];
  /** For the copies of reports of packs. */
  readonly changes: ReportChangesDeps;
  /** Whether copies follow the packs that are found at a start: a window's do, where they can be written. */
  readonly follows: boolean;
  /** Tells that something about reports or notes changed. */
  readonly ownChange: () => void;
}

/** Calls that change which packs there are. */
export function packCalls({ packs, search, onEvent, changes, follows, ownChange }: PackCallsDeps) {
  const changed = <T>(value: T): T => {
    search.invalidate();
    onEvent({ name: 'libraryChanged', payload: {} });
    return value;
  };
  const upgrade = async (deps: ReportChangesDeps, older: readonly string[]): Promise<void> => {
    if (older.length === 0) return;
    // What places notes is loaded when it is first needed.
    const { upgradeCopies } = await import('./report-changes/upgrade-copies.ts');
    try {
      await upgradeCopies(deps, older);
    } finally {
      ownChange();
    }
  };
  return {
    install: async (path: string) => {
      const made = await packs.install(path);
      try {
        // Also of a pack that is there: what ended this before may have let something of it undone.
        await upgrade(changes, olderCopies(changes, made.reportIds, 'any'));
      } finally {
        changed({});
      }
      return made;
    },
    loadPacks: async () => {
      await packs.load();
      try {
        const ids = follows ? packs.list().map(({ reportId }) => reportId) : [];
        // A new program brings new packs. Nobody asked for this, so it is not what undo takes back first.
        await upgrade({ ...changes, actor: 'command' }, olderCopies(changes, ids, 'unseen'));
      } finally {
        changed({});
      }
    },
    removePack: async ({ packId }: { readonly packId: string }) => {
      await packs.remove(packId);
      return changed({});
    },
  };
}
