/** At most so many tags are offered at a time. */
const MOST_SUGGESTIONS = 6;

/** Longest tag that the record takes. */
const LONGEST_TAG = 200;

/** The tags with one more; a tag that is there already, but for case and surrounding space, is not added again. */
export function addTag(tags: readonly string[], typed: string): readonly string[] {
  const tag = typed.trim().replace(/^#+/u, '').slice(0, LONGEST_TAG);
  return tag === '' || tags.some((each) => same(each, tag)) ? tags : [...tags, tag];
}

/** Tags in use that hold what was typed and are not taken yet; those that begin with it first. */
export function suggestTags(
  known: readonly string[],
  taken: readonly string[],
  typed: string,
): readonly string[] {
  const wanted = fold(typed);
  const fitting = known.filter((tag) => fold(tag).includes(wanted) && !taken.some((each) => same(each, tag)));
  const starts = (tag: string): number => (fold(tag).startsWith(wanted) ? 0 : 1);
  return fitting.sort((a, b) => starts(a) - starts(b)).slice(0, MOST_SUGGESTIONS);
}

function same(a: string, b: string): boolean {
  return fold(a) === fold(b);
}

function fold(tag: string): string {
  return tag.normalize('NFKC').trim().toLowerCase();
}
