import { BrowserWindow } from 'electron';
import { libraryCalls, mainCalls } from '#core/ipc/contract.ts';
import type { ProcessCall } from '#services/process/process-calls.ts';
import { isTrustedFrame } from './addresses.ts';
import { answered, answersTo, type Answers, type TrustedWindows } from './ipc.ts';
import { handleMainCall, mainHandlers, type MainContext } from './main-handlers.ts';

/** The answers to every call of the contract: main's own here, the others by the library process. */
export function answersOfProgram(context: MainContext): Answers {
  const exported = new Set<string>();
  const windows: TrustedWindows = {
    find: (event) => (isTrustedFrame(event.senderFrame) ? BrowserWindow.fromWebContents(event.sender) : null),
  };
  const ofMain = answersTo(mainCalls, windows, (name, request, caller) =>
    answered(() => handleMainCall(mainHandlers(context, caller, exported), name, request)),
  );
  const ofLibrary = answersTo(libraryCalls, windows, (name, request) =>
    // The schema of the call has made the request what the call takes.
    context.library.call(name as ProcessCall, request as never),
  );
  return new Map([...ofMain, ...ofLibrary]);
}
