import { useEffect, useState } from 'react';
import { foldPlainly } from './visible-reports.ts';
import type { Fold } from './visible-reports.ts';

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
