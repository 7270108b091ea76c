import type { Folder } from '../script/index.ts';
import { TOKENIZER_VERSION } from './tokenize.ts';

const fingerprints = new WeakMap<Folder, string>();

/**
 * Names what an index was made with: tokenizer and character classes. An index of another fingerprint is of no use, since
 * equal texts fold to other tokens. Looks at all ideographs of the first plane; FNV-1a over their folds.
 */
export function indexFingerprint(folder: Folder): string {
  const known = fingerprints.get(folder);
  if (known !== undefined) return known;
  const folds = folder.fold(`${charactersFrom(0x20, 0x2fff)}${charactersFrom(0x3400, 0x9fff)}`);
  let hash = 0x811c9dc5;
  for (let at = 0; at < folds.length; at += 1) hash = Math.imul(hash ^ folds.charCodeAt(at), 0x01000193);
  const fingerprint = `${TOKENIZER_VERSION}-${(hash >>> 0).toString(16)}`;
  fingerprints.set(folder, fingerprint);
  return fingerprint;
}

function charactersFrom(first: number, last: number): string {
  return String.fromCharCode(...Array.from({ length: last - first + 1 }, (_item, index) => first + index));
}
