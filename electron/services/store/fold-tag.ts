import { loadFolder } from '#core/script/index.ts';

let fold: ((text: string) => string) | undefined;

/** Loads the character classes that tags are compared by. Opening the store waits for it; later calls cost nothing. */
export async function prepareTagFolding(): Promise<void> {
  fold ??= (await loadFolder()).fold;
}

/**
 * The key under which two spellings of a tag are one tag (DESIGN 9.19): script, width and case do not matter, so 责任主体
 * and 責任主體 are one. A tag that folds to nothing (signs only) is its own key. Throws when the classes are not loaded.
 */
export function foldTag(tag: string): string {
  if (fold === undefined) throw new Error('tags were folded before the store was opened');
  return fold(tag) || tag.trim();
}
