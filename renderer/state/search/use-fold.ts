import { useEffect, useState } from 'react';

/** Makes two spellings of a word equal: case, width and, once its tables are loaded, script. */
export type Fold = (text: string) => string;

/** Case and width only. */
export const foldPlainly: Fold = (text) => text.normalize('NFKC').toLowerCase();

let folding: Fold | null = null;

/** The fold over scripts, loaded when a filter is first typed; until then the plain one. */
export function useFold(wanted: boolean): Fold {
  const [fold, setFold] = useState<Fold>(() => folding ?? foldPlainly);
  useEffect(() => {
    if (!wanted || folding !== null) return undefined;
    let current = true;
    void loadFold().then((loaded) => {
      folding = loaded;
      if (current) setFold(() => loaded);
    });
    return () => {
      current = false;
    };
  }, [wanted]);
  return fold;
}

async function loadFold(): Promise<Fold> {
  const { loadFolder } = await import('#core/script/fold.ts');
  const folder = await loadFolder();
  return (text) => folder.fold(text);
}
