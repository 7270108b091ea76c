/** Whether Han characters of a short text are read as these letters, see `isReadAs` of pinyin.ts. */
export type IsReadAs = (text: string, letters: string) => boolean;

/** Nothing is read so. */
export const READ_AS_NOTHING: IsReadAs = () => false;

/** Loads the readings of characters: 14 MB that only letters ask for. */
export async function loadPinyin(): Promise<IsReadAs> {
  const { isReadAs } = await import('./pinyin.ts');
  return isReadAs;
}
