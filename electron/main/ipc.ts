import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { z } from 'zod';
import { toAppError, ZhupiError } from '#core/base/app-error.ts';
import { fail, ok, type Result } from '#core/base/result.ts';
import type { EventName, EventPayload } from '#core/ipc/api.ts';

type Schemas = Readonly<Record<string, { readonly request: z.ZodType }>>;

/** Who asks: the window whose main frame shows our page. */
export interface Caller {
  readonly window: BrowserWindow;
}

/** The windows whose pages are heard. */
export interface TrustedWindows {
  readonly find: (event: IpcMainInvokeEvent) => BrowserWindow | null;
}

/**
 * Answers the calls of a table. The sender's frame and the payload are checked first, once, here; the answer is always a
 * Result, so nothing throws over the border.
 */
export function answerCalls<C extends Schemas>(
  calls: C,
  windows: TrustedWindows,
  handle: (name: keyof C & string, request: unknown, caller: Caller) => Promise<Result<unknown>>,
): void {
  for (const name of Object.keys(calls)) {
    ipcMain.handle(callChannel(name), async (event, payload: unknown): Promise<Result<unknown>> => {
      try {
        const window = windows.find(event);
        if (window === null) throw new ZhupiError('request-invalid', { call: name });
        const parsed = calls[name]?.request.safeParse(payload);
        if (parsed?.success !== true) throw new ZhupiError('request-invalid', { call: name });
        return await handle(name, parsed.data, { window });
      } catch (error) {
        return fail(toAppError(error));
      }
    });
  }
}

/** Runs a handler and wraps what it gives. */
export async function answered(work: () => unknown): Promise<Result<unknown>> {
  return ok(await work());
}

/** Tells a window something; a window that is going away hears nothing. */
export function send<E extends EventName>(window: BrowserWindow, event: E, payload: EventPayload<E>): void {
  if (!window.isDestroyed()) window.webContents.send(eventChannel(event), payload);
}

function callChannel(name: string): string {
  return `zhupi:call:${name}`;
}

function eventChannel(name: string): string {
  return `zhupi:event:${name}`;
}
