/** A longer selection is a passage, not a query. */
const LONGEST_TAKEN = 60;

/** What is no plain word in the language of queries. */
const OPERATORS = /[\s"“”「」『』()（）*?/\-－:：]|\b(?:OR|NEAR)\b/u;

/** A selection as a query for exactly these words; null where it is no query. */
export function selectionAsQuery(selected: string): string | null {
  const words = selected.trim();
  if (words === '' || words.length > LONGEST_TAKEN || words.includes('\n')) return null;
  if (!OPERATORS.test(words)) return words;
  // Paired marks fold to nothing: without them the passage is the same.
  return `"${words.replace(/["“”「」『』]/gu, '')}"`;
}
