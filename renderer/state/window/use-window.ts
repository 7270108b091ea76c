import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { ZhupiApi } from '#core/ipc/api.ts';
import type { WindowState, WindowStore } from './store.ts';

/** The window's store and its way out, given once by the shell. */
export interface WindowParts {
  readonly client: ZhupiApi;
  readonly store: WindowStore;
}

export const WindowContext = createContext<WindowParts | null>(null);

/** The store and the client, for models that a feature makes for itself. */
export function useWindowParts(): WindowParts {
  const parts = useContext(WindowContext);
  if (parts === null) throw new Error('No WindowContext around this component');
  return parts;
}

/** A piece of the window's state; a command when the selector picks one. */
export function useWindow<T>(selector: (state: WindowState) => T): T {
  return useStore(useWindowParts().store, selector);
}
