import type { StateCreator } from 'zustand/vanilla';
import type { ZhupiApi } from '#core/ipc/api.ts';
import type { WindowState } from './store.ts';

/** A part of the window's state with its commands. It may read and call its neighbours through `get`. */
export type Slice<S> = (client: ZhupiApi) => StateCreator<WindowState, [], [], S>;
