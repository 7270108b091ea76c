import { loadFolder } from '#core/script/index.ts';

/** Whether any of some texts holds the words asked for, in any script and however written; every text holds ''. */
export async function containsFolded(words: string): Promise<(...texts: readonly string[]) => boolean> {
  if (words === '') return () => true;
  const { fold } = await loadFolder();
  const wanted = fold(words);
  return (...texts) =>
    texts.some((text) => text.includes(words) || (wanted !== '' && fold(text).includes(wanted)));
}

/** Whether a text is the one asked for, in any script and however written: tags with equal folds are equal. */
export async function sameFold(word: string): Promise<(text: string) => boolean> {
  const { fold } = await loadFolder();
  const wanted = fold(word);
  return (text) => text === word || (wanted !== '' && fold(text) === wanted);
}
