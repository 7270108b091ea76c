import type { ZhupiApi } from '#core/ipc/api.ts';

declare global {
  interface Window {
    /** Put there by the preload; missing in a plain browser. */
    readonly zhupi?: ZhupiApi;
  }
}

/** The only way out of the window. Null in a plain browser, where the development page takes the in-memory fake. */
export function windowClient(): ZhupiApi | null {
  return window.zhupi ?? null;
}
