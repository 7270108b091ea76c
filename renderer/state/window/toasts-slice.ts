import type { AppError } from '#core/base/app-error.ts';
import type { Messages } from '#renderer/i18n/catalogue.ts';
import type { Slice } from './slice.ts';

/** Words are made when they are shown, so that a toast follows a change of language. */
export type Words = (messages: Messages) => string;

export interface ToastEntry {
  readonly id: number;
  readonly tone: 'info' | 'good' | 'bad';
  readonly content: { readonly text: Words } | { readonly error: AppError };
  readonly action: { readonly label: Words; readonly run: () => void } | null;
  /** Milliseconds until it goes by itself; null = it stays until it is closed. */
  readonly lifetime: number | null;
  /** Its action reverts the last change of the library, so it goes with the next one. */
  readonly revertsLastChange: boolean;
  /** Of one topic only the newest stays: ten steps of undo are one toast, not ten. */
  readonly topic: string | null;
}

export interface NewToast {
  readonly tone?: 'info' | 'good';
  readonly text: Words;
  readonly action?: ToastEntry['action'];
  readonly revertsLastChange?: boolean;
  readonly topic?: string | null;
}

export interface ToastsSlice {
  /** At most four, the oldest first. */
  readonly toasts: readonly ToastEntry[];
  readonly tell: (toast: NewToast) => void;
  /** Says what could not be done; stays until it is closed. */
  readonly tellError: (error: AppError) => void;
  readonly closeToast: (id: number) => void;
  /** To be called before every change of the library. */
  readonly closeRevertingToasts: () => void;
}

const MOST_TOASTS = 4;
const LIFETIME = 6000;
/** Longer where something can still be taken back. */
const LIFETIME_WITH_ACTION = 12_000;

export const createToastsSlice: Slice<ToastsSlice> = () => (set, get) => {
  let lastId = 0;
  const add = (toast: Omit<ToastEntry, 'id'>): void => {
    lastId += 1;
    const others = get().toasts.filter(({ topic }) => topic === null || topic !== toast.topic);
    set({ toasts: [...others, { id: lastId, ...toast }].slice(-MOST_TOASTS) });
  };
  return {
    toasts: [],
    tell: ({ tone = 'info', text, action = null, revertsLastChange = false, topic = null }) => {
      const lifetime = action ? LIFETIME_WITH_ACTION : LIFETIME;
      add({ tone, content: { text }, action, lifetime, revertsLastChange, topic });
    },
    tellError: (error) =>
      add({
        tone: 'bad',
        content: { error },
        action: null,
        lifetime: null,
        revertsLastChange: false,
        topic: null,
      }),
    closeToast: (id) => set({ toasts: get().toasts.filter((toast) => toast.id !== id) }),
    closeRevertingToasts: () => set({ toasts: get().toasts.filter((toast) => !toast.revertsLastChange) }),
  };
};
