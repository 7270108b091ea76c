import type { Reader } from './reader.ts';

/** Milliseconds of rest after scrolling, until the place is told. */
const REST = 250;

/**
 * Tells where the reader stands when scrolling rests and when it ends, and holds that place when the layout changes under
 * it: another width, another size. The answer stops it.
 */
export function followPlace(
  reader: Reader,
  scroller: HTMLElement,
  tell: (sourceOffset: number) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting = false;

  const look = (): void => {
    clearTimeout(timer);
    waiting = false;
    // Hidden behind the search results there is nothing to see.
    if (scroller.clientHeight === 0) return;
    tell(reader.notePlace());
  };
  const onScroll = (): void => {
    waiting = true;
    clearTimeout(timer);
    timer = setTimeout(look, REST);
    reader.placeSelection();
  };
  const onLayout = (): void => {
    if (scroller.clientHeight > 0) reader.holdPlace();
  };

  let width = 0;
  const sizes = new ResizeObserver(([entry]) => {
    const now = entry?.contentRect.width ?? 0;
    // 0: hidden. The first report is the width it begins with.
    if (now === 0 || now === width) return;
    if (width !== 0) onLayout();
    width = now;
  });
  // The settings of the text (size, line height, font) stand on the root element. Writing them again without a change
  // is told too; then nothing may be measured, since that lays the page out.
  const root = scroller.ownerDocument.documentElement;
  const looksNow = (): string => `${root.style.cssText} ${root.dataset['readingFont'] ?? ''}`;
  let lastLooks = looksNow();
  const looks = new MutationObserver(() => {
    if (looksNow() === lastLooks) return;
    lastLooks = looksNow();
    onLayout();
  });
  scroller.addEventListener('scroll', onScroll, { passive: true });
  sizes.observe(scroller);
  looks.observe(root, { attributes: true, attributeFilter: ['style', 'data-reading-font'] });
  return () => {
    if (waiting) look();
    clearTimeout(timer);
    scroller.removeEventListener('scroll', onScroll);
    sizes.disconnect();
    looks.disconnect();
  };
}
