import type { TellProgress } from '../library-types.ts';

/** Milliseconds between two tellings. */
const PAUSE = 100;
/** Milliseconds of work behind the first files after which the time left can be guessed: threads begin slowly. */
const PATIENCE = 1_500;
/** Milliseconds after which it is guessed from all the work: the first file took long by itself. */
const LONG_PATIENCE = 5_000;
/** What a file costs beside its bytes, in bytes. */
const FILE_WEIGHT = 8_192;

/** Tells how far an import is, not too often. */
export interface ImportProgress {
  /** Work on a file begins. */
  begin(path: string): void;
  /** What became of a file is on the disk. */
  finish(size: number): void;
  end(): void;
}

/** @param sizes bytes of each file; @param now milliseconds, for tests */
export function createImportProgress(
  sizes: readonly number[],
  tell: TellProgress,
  now: () => number = () => performance.now(),
): ImportProgress {
  const begun = now();
  const total = sizes.reduce((sum, size) => sum + size + FILE_WEIGHT, 0);
  let toldAt = Number.NEGATIVE_INFINITY;
  let files = 0;
  let weight = 0;
  /** When the first files were done, and their weight. */
  let first: { readonly at: number; readonly weight: number } | null = null;
  const timeLeft = (): number | null => {
    if (first === null) return null;
    const [elapsed, done] = [now() - first.at, weight - first.weight];
    const left = total - weight;
    if (elapsed >= PATIENCE && done > 0) return Math.round((elapsed / done) * left);
    const all = now() - begun;
    return all < LONG_PATIENCE ? null : Math.round((all / weight) * left);
  };
  return {
    begin: (path) => {
      if (now() - toldAt < PAUSE) return;
      toldAt = now();
      tell(files, sizes.length, path, timeLeft());
    },
    finish: (size) => {
      files += 1;
      weight += size + FILE_WEIGHT;
      // Files are stored in batches: those of one moment are the first together.
      if (first === null || now() - first.at < PAUSE) first = { at: first?.at ?? now(), weight };
    },
    end: () => {
      tell(files, sizes.length, '', 0);
    },
  };
}
