import { useEffect } from 'react';
import { useWindow } from '../state/window/use-window.ts';

/** Narrower than this, in pixels, three panes leave the text too little: the side panes lie over it on demand. */
const narrowWindow = '(max-width: 900px)';

/** Keeps the state of the layout equal to the width of the window. */
export function useNarrow(): void {
  const setNarrow = useWindow((state) => state.setNarrow);
  useEffect(() => {
    const query = matchMedia(narrowWindow);
    const follow = (): void => setNarrow(query.matches);
    follow();
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [setNarrow]);
}
