import { loadFold } from '#core/script/index.ts';

/** Whether any of some texts holds the words asked for, in any script and however written; every text holds ''. */
export async function containsFolded(words: string): Promise<(...texts: readonly string[]) => boolean> {
  if (words === '') return () => true;
  const fold = await loadFold();
  const wanted = fold(words).text;
  return (...texts) =>
    texts.some((text) => text.includes(words) || (wanted !== '' && fold(text).text.includes(wanted)));
}

/** Whether a text is the one asked for, in any script and however written: tags with equal folds are equal. */
export async function sameFold(word: string): Promise<(text: string) => boolean> {
  const fold = await loadFold();
  const wanted = fold(word).text;
  return (text) => text === word || (wanted !== '' && fold(text).text === wanted);
}
