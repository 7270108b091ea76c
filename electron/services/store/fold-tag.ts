/** The key under which two spellings of a tag are one tag: NFKC and lower case. */
export function foldTag(tag: string): string {
  return tag.normalize('NFKC').toLowerCase().trim();
}
