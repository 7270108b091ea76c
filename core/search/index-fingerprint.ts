import type { Folder } from '../script/index.ts';
import { TOKENIZER_VERSION } from './tokenize.ts';

const fingerprints = new WeakMap<Folder, string>();

/**
 * Blocks whose characters fold alike in every engine: Latin, punctuation, ideographs, full-width forms. Letters that later
 * versions of Unicode add fold by the version of the engine, and window and command run on engines of their own: by those they
 * would take each other's index for one of another program, and make it anew in turns.
 */
const STABLE: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x24f],
  [0x2000, 0x206f],
  [0x3000, 0x303f],
  [0x3400, 0x4db5],
  [0x4e00, 0x9fa5],
  [0xf900, 0xfa2d],
  [0xff01, 0xff5e],
];

/** Characters that are folded at once. */
const PIECE = 2048;

/**
 * Names what an index was made with: tokenizer and character classes. An index of another fingerprint is of no use, since
 * equal texts fold to other tokens. Looks at the ideographs of the first plane; FNV-1a over their folds.
 */
export function indexFingerprint(folder: Folder): string {
  const known = fingerprints.get(folder);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5;
  for (const [first, last] of STABLE) {
    for (let from = first; from <= last; from += PIECE) {
      const folds = folder.fold(charactersFrom(from, Math.min(from + PIECE - 1, last)));
      for (let at = 0; at < folds.length; at += 1) hash = Math.imul(hash ^ folds.charCodeAt(at), 0x01000193);
    }
  }
  const fingerprint = `${TOKENIZER_VERSION}-${(hash >>> 0).toString(16)}`;
  fingerprints.set(folder, fingerprint);
  return fingerprint;
}

function charactersFrom(first: number, last: number): string {
  const units: number[] = [];
  for (let unit = first; unit <= last; unit += 1) units.push(unit);
  return String.fromCharCode(...units);
}
