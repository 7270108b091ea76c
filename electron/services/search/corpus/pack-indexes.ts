import { buildPackIndex, loadPackIndex, type PackIndex } from '#core/search/pack-index.ts';
import type { FieldNumbers } from '#core/search/search-text.ts';
import type { ReportContent } from '#core/ipc/payloads.ts';
import { readingOfSource } from '#core/text/reading.ts';
import type { IndexedPackService, PackIndexSource } from '#services/packs/pack-service.ts';

/** The index of a pack with the lengths of its reports. */
export interface LoadedPackIndex extends PackIndex {
  readonly reportIds: readonly string[];
  readonly lengths: Readonly<Record<string, FieldNumbers>>;
}

/** Loads the index of each pack once. */
export class PackIndexes {
  /** By what only the same pack has: installing a pack again gives another function. */
  readonly #loaded = new Map<PackIndexSource['readIndex'], LoadedPackIndex>();
  readonly #packs: IndexedPackService;

  constructor(packs: IndexedPackService) {
    this.#packs = packs;
  }

  /** The indexes of the packs that are there now. */
  async current(): Promise<readonly LoadedPackIndex[]> {
    const sources = this.#packs.indexes();
    const there = new Set(sources.map(({ readIndex }) => readIndex));
    for (const gone of this.#loaded.keys()) if (!there.has(gone)) this.#loaded.delete(gone);
    const indexes: LoadedPackIndex[] = [];
    for (const source of sources) {
      const index = this.#loaded.get(source.readIndex) ?? (await this.#load(source));
      this.#loaded.set(source.readIndex, index);
      indexes.push(index);
    }
    return indexes;
  }

  /** Takes the index that the pack carries, or makes one of its texts when there is none that fits. */
  async #load({ reportIds, readIndex }: PackIndexSource): Promise<LoadedPackIndex> {
    const carried = readCarried(readIndex);
    const index = carried === null ? undefined : loadPackIndex(carried, reportIds);
    if (carried !== null && index !== undefined) return { ...index, reportIds, lengths: carried.lengths };
    const made = await buildPackIndex(
      reportIds.flatMap((reportId) => {
        const content = this.#packs.open(reportId);
        return content === undefined ? [] : [{ reportId, ...readingOf(content) }];
      }),
    );
    const fresh = loadPackIndex(made, Object.keys(made.lengths));
    if (fresh === undefined) throw new Error('an index that was just made cannot be loaded');
    return { ...fresh, reportIds, lengths: made.lengths };
  }
}

/** The pack's texts are sound even where its index is not. */
function readCarried(readIndex: PackIndexSource['readIndex']) {
  try {
    return readIndex();
  } catch {
    return null;
  }
}

function readingOf(content: ReportContent) {
  const { text, blocks } = readingOfSource(content);
  return { text, blocks };
}
