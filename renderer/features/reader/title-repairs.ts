import type { Repair } from '#renderer/state/report/report-repairs.ts';
import type { Reader } from './reader.ts';

/** Titles the marked repair that the mouse rests on: a custom highlight is no element and has none itself. */
export function titleRepairs(
  reader: Pick<Reader, 'repairAt' | 'scroller'>,
  titleOf: (repair: Repair) => string,
): () => void {
  const { scroller } = reader;
  let request = 0;
  let titled: HTMLElement | null = null;
  const leave = (): void => {
    titled?.removeAttribute('title');
    titled?.style.removeProperty('cursor');
    titled = null;
  };
  const look = ({ clientX, clientY, buttons }: MouseEvent): void => {
    cancelAnimationFrame(request);
    request = requestAnimationFrame(() => {
      // While a button is held something is being selected.
      const under = buttons === 0 ? reader.repairAt(clientX, clientY) : null;
      if (under === null || under.element !== titled) leave();
      if (under === null) return;
      titled = under.element;
      titled.title = titleOf(under.repair);
      titled.style.cursor = 'pointer';
    });
  };
  scroller.addEventListener('mousemove', look, { passive: true });
  scroller.addEventListener('mouseleave', leave);
  return () => {
    cancelAnimationFrame(request);
    scroller.removeEventListener('mousemove', look);
    scroller.removeEventListener('mouseleave', leave);
    leave();
  };
}
