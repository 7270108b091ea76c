import type { KeyboardEvent } from 'react';
import type { NotebookAnswer } from '#core/ipc/calls/notebook-calls.ts';
import { useNotebookModel } from './use-notebook.ts';

/** Where keys are letters. */
const TYPED_INTO = 'textarea, input:not([type=checkbox], [type=radio])';

/**
 * The keys of the list: up and down move from note to note, with Shift they choose on the way, Ctrl+Space takes one in or
 * out, Ctrl+A takes all that the filter leaves, Escape none.
 */
export function useListKeys(answer: NotebookAnswer): (event: KeyboardEvent<HTMLElement>) => void {
  const model = useNotebookModel();
  return (event) => {
    if (!(event.target instanceof HTMLElement) || event.target.matches(TYPED_INTO)) return;
    const done = ((): boolean => {
      const held = event.ctrlKey || event.metaKey;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step !== 0 && !held && !event.altKey) return move(event, step, model);
      if (held && event.key.toLowerCase() === 'a') {
        void model.idsOf(0, answer.matching).then((ids) => model.choose(new Set(ids)));
        return true;
      }
      if (held && event.key === ' ') {
        const id = noteOf(event.target);
        if (id !== null) model.toggle(id, indexOf(event.target));
        return id !== null;
      }
      if (event.key === 'Escape' && model.state.getState().chosen.size > 0) {
        model.choose(new Set());
        event.stopPropagation();
        return true;
      }
      return false;
    })();
    if (done) event.preventDefault();
  };
}

type Model = ReturnType<typeof useNotebookModel>;

function move(event: KeyboardEvent<HTMLElement>, step: 1 | -1, model: Model): boolean {
  // Radio buttons and menus have arrow keys of their own.
  if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-note-quote]')) return false;
  const quotes = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-note-quote]')];
  const at = quotes.indexOf(event.target);
  const next = at === -1 ? undefined : quotes[at + step];
  if (next === undefined) return false;
  next.focus();
  if (event.shiftKey) {
    if (model.state.getState().chosen.size === 0) {
      model.toggle(noteOf(event.target) ?? '', indexOf(event.target));
    }
    void model.chooseTo(indexOf(next));
  }
  return true;
}

function noteOf(element: Element): string | null {
  return element.closest('[data-note-id]')?.getAttribute('data-note-id') ?? null;
}

function indexOf(element: Element): number {
  return Number(element.closest('[data-note-index]')?.getAttribute('data-note-index') ?? 0);
}
