import path from 'node:path';

/** Where the window's page lives. Every decision about addresses is made here, on plain values, and tested on hostile ones. */
export const APP_ORIGIN = 'app://zhupi';

/** The file below `folder` that a request names; null when it names none. */
export function fileOf(address: string, folder: string): string | null {
  try {
    const url = new URL(address);
    if (url.protocol !== 'app:' || url.host !== 'zhupi') return null;
    const relative = decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname);
    if (relative.includes('\0') || relative.includes('\\')) return null;
    const file = path.resolve(folder, `.${relative}`);
    return file.startsWith(folder + path.sep) ? file : null;
  } catch {
    return null;
  }
}

/** Whether the window may ask for this address at all: its own page, or (unpackaged) the developer tools. */
export function isAllowedRequest(address: string, packaged: boolean): boolean {
  if (address.startsWith(`${APP_ORIGIN}/`)) return true;
  return !packaged && address.startsWith('devtools://');
}

/** Whether an event comes from the main frame of our own page: a sub-frame or another origin is never heard. */
export function isTrustedFrame(frame: { readonly url: string; readonly parent: unknown } | null): boolean {
  return frame !== null && frame.parent === null && frame.url.startsWith(`${APP_ORIGIN}/`);
}
