import type { TellProgress } from '../library-types.ts';

/** Milliseconds between two tellings. */
const PAUSE = 100;
/** Milliseconds of work after which the time left can be guessed. */
const PATIENCE = 1_500;
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
  const timeLeft = (): number | null => {
    const elapsed = now() - begun;
    if (elapsed < PATIENCE || weight === 0) return null;
    return Math.round((elapsed / weight) * (total - weight));
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
    },
    end: () => {
      tell(files, sizes.length, '', 0);
    },
  };
}
