import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import type { z } from 'zod';
import { toAppError, ZhupiError } from '#core/base/app-error.ts';
import { fail, ok, type Result } from '#core/base/result.ts';
import type { EventName, EventPayload, ZhupiApi } from '#core/ipc/api.ts';

type Schemas = Readonly<Record<string, { readonly request: z.ZodType }>>;

/** Who asks: the window whose main frame shows our page. */
export interface Caller {
  readonly window: BrowserWindow;
}

/** The windows whose pages are heard. */
export interface TrustedWindows {
  readonly find: (event: IpcMainInvokeEvent) => BrowserWindow | null;
}

/** Answers one call; the payload is whatever the page has sent. */
type Answer = (event: IpcMainInvokeEvent, payload: unknown) => Promise<Result<unknown>>;

/** How each call is answered, by its name. */
export type Answers = ReadonlyMap<string, Answer>;

/**
 * The answers to the calls of a table. The sender's frame and the payload are checked first, once, here; the answer is always
 * a Result, so nothing throws over the border.
 */
export function answersTo<C extends Schemas>(
  calls: C,
  windows: TrustedWindows,
  handle: (name: keyof C & string, request: unknown, caller: Caller) => Promise<Result<unknown>>,
): Answers {
  const answerTo =
    (name: string): Answer =>
    async (event, payload) => {
      try {
        const window = windows.find(event);
        if (window === null) throw new ZhupiError('request-invalid', { call: name });
        const parsed = calls[name]?.request.safeParse(payload);
        if (parsed?.success !== true) throw new ZhupiError('request-invalid', { call: name });
        return await handle(name, parsed.data, { window });
      } catch (error) {
        return fail(toAppError(error));
      }
    };
  return new Map(Object.keys(calls).map((name) => [name, answerTo(name)]));
}

/** What a page asks before anything else: it asks no more until both are answered. */
const FIRST_CALLS: readonly string[] = ['appState', 'firstReports'] satisfies (keyof ZhupiApi)[];

/**
 * Listens to the page. What it gives takes the answers, which may come late since they bring all schemas along: the first
 * calls wait for them, and the others can be heard from then on.
 */
export function listenToPage(): (answers: Answers) => void {
  let settle: (answers: Answers) => void = () => {};
  const coming = new Promise<Answers>((resolve) => {
    settle = resolve;
  });
  for (const name of FIRST_CALLS) {
    ipcMain.handle(callChannel(name), async (event, payload: unknown) =>
      (await coming).get(name)?.(event, payload),
    );
  }
  return (answers) => {
    for (const [name, answer] of answers) {
      if (!FIRST_CALLS.includes(name)) ipcMain.handle(callChannel(name), answer);
    }
    settle(answers);
  };
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
