import { useStore } from 'zustand';
import { useWindowParts } from '#renderer/state/window/use-window.ts';
import { notebookModel } from './notebook-model.ts';
import type { NotebookModel, NotebookState } from './notebook-model.ts';

export function useNotebookModel(): NotebookModel {
  return notebookModel(useWindowParts());
}

/** A piece of the list's state. */
export function useNotebook<T>(selector: (state: NotebookState) => T): T {
  return useStore(useNotebookModel().state, selector);
}
