import type { Reader } from './reader.ts';

/**
 * Tells the reader when the selection of the page rests: at once for the keyboard, when the button is let go for the
 * mouse. The answer stops it.
 */
export function followSelection(reader: Reader, scroller: HTMLElement): () => void {
  const page = scroller.ownerDocument;
  let dragging = false;
  let request = 0;
  const look = (): void => {
    cancelAnimationFrame(request);
    request = requestAnimationFrame(() => reader.placeSelection());
  };
  const onDown = (): void => {
    dragging = true;
  };
  const onUp = (): void => {
    if (!dragging) return;
    dragging = false;
    look();
  };
  const onChange = (): void => {
    if (!dragging) look();
  };
  scroller.addEventListener('pointerdown', onDown);
  page.addEventListener('pointerup', onUp);
  page.addEventListener('pointercancel', onUp);
  page.addEventListener('selectionchange', onChange);
  return () => {
    cancelAnimationFrame(request);
    scroller.removeEventListener('pointerdown', onDown);
    page.removeEventListener('pointerup', onUp);
    page.removeEventListener('pointercancel', onUp);
    page.removeEventListener('selectionchange', onChange);
  };
}
