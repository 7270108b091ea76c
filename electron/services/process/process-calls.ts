import * as z from 'zod';
import { codeProcessCalls } from '#core/ipc/calls/code-calls.ts';
import { archiveAnswerSchema, backupMainCalls, mergeAnswerSchema } from '#core/ipc/calls/backup-calls.ts';
import { concordanceProcessCalls } from '#core/ipc/calls/concordance-calls.ts';
import { reportProcessCalls } from '#core/ipc/calls/first-reports.ts';
import type { events } from '#core/ipc/contract.ts';
import { libraryCalls, mainCalls } from '#core/ipc/contract.ts';
import { importSummarySchema, versionAnswerSchema } from '#core/ipc/payloads.ts';
import { exportProcessCalls } from './export-process-calls.ts';

const reportId = z.string().min(1).max(200);
const filePath = z.string().min(1).max(32_768);

/**
 * What main can ask of the library process: the window's calls, and two that main adds paths to. Paths are absolute; they
 * come from the system's dialogs and from dropped files, never as text from the page.
 */
export const processCalls = {
  ...libraryCalls,
  ...codeProcessCalls,
  ...concordanceProcessCalls,
  ...reportProcessCalls,
  importPaths: mainCalls.importPaths,
  restoreBackup: backupMainCalls.restoreBackup,
  /** The whole library in one file, and what such a file of another machine brings. */
  writeArchive: { request: z.object({ path: filePath }), response: archiveAnswerSchema },
  mergeArchive: { request: z.object({ path: filePath }), response: mergeAnswerSchema },
  /** What is no file, such as what is on the clipboard; `name` without an ending. */
  importBytes: {
    request: z.object({
      name: z.string().min(1).max(200),
      kind: z.enum(['.txt', '.html']),
      content: z.union([z.string().max(100_000_000), z.instanceof(Uint8Array)]),
    }),
    response: importSummarySchema,
  },
  /** The text of another file, and where the file as it was imported is copied to. */
  replaceText: { request: z.object({ reportId, path: filePath }), response: versionAnswerSchema },
  copyOriginal: { request: z.object({ reportId, path: filePath }), response: z.object({ path: z.string() }) },
  /** The name that is proposed for such a copy. */
  originalName: { request: z.object({ reportId }), response: z.object({ name: z.string() }) },
  ...exportProcessCalls,
} as const;

export type ProcessCall = keyof typeof processCalls;
export type ProcessRequest<C extends ProcessCall> = z.input<(typeof processCalls)[C]['request']>;
export type ProcessResponse<C extends ProcessCall> = z.output<(typeof processCalls)[C]['response']>;

/** What the library process tells without being asked. */
export const PROCESS_EVENTS = [
  'libraryChanged',
  'libraryNotice',
  'libraryReplaced',
  'notesChanged',
  'vaultFailed',
  'scriptRulesChanged',
  'versionProgress',
  'notesProgress',
  'codesChanged',
  'savedSearchesChanged',
  'importProgress',
  'concordanceProgress',
  'packsState',
] as const;
export type ProcessEventName = (typeof PROCESS_EVENTS)[number];

export type ProcessEvent = {
  [E in ProcessEventName]: { readonly event: E; readonly payload: z.output<(typeof events)[E]> };
}[ProcessEventName];
