import { importSummary } from '#core/ipc/import-summary.ts';
import type { ImportAnswer, ImportSummary } from '#core/ipc/payloads.ts';
import { LIBRARY_SORTS } from '#core/ipc/settings-values.ts';
import { toAppError, ZhupiError } from '#core/base/app-error.ts';
import type { Result } from '#core/base/result.ts';
import { fail, ok } from '#core/base/result.ts';
import type { ImportedBytes, Library, TellProgress } from '../library-types.ts';
import type { KeptLibrary } from './kept-library.ts';
import type { ProcessCall, ProcessEvent } from './process-calls.ts';

/** The first questions of a window without parameters: no schema has to be read before their answers. */
const FIRST_CALLS: ReadonlySet<string> = new Set([
  'listReports',
  'reportChanges',
  'historyState',
] satisfies ProcessCall[]);

type Handler = (request: unknown) => unknown;

/** Calls that closing the library ends: nobody has to wait for them. */
const ENDED_BY_CLOSING: ReadonlySet<ProcessCall> = new Set(['importPaths', 'retryImport', 'importBytes']);

export interface Answering {
  readonly kept: KeptLibrary;
  /** Puts the backup of this name in the place of the data. */
  readonly restore: (kept: KeptLibrary, name: string) => Promise<void>;
}

/** The answer to one call, as a Result; the request is checked here too, whoever sent it. */
export async function answerCall(
  { kept, restore }: Answering,
  call: string,
  request: unknown,
  tell: (event: ProcessEvent) => void,
): Promise<Result<unknown>> {
  try {
    const checked = isFirst(call, request) ? request : await checkedRequest(call, request);
    const name = call as ProcessCall;
    if (name === 'restoreBackup') {
      await restore(kept, (checked as { readonly name: string }).name);
      return ok({});
    }
    const mayBeCut = ENDED_BY_CLOSING.has(name);
    return ok(await kept.use((library) => handlerOf(library, name, tell)(checked), mayBeCut));
  } catch (error) {
    return fail(toAppError(error));
  }
}

/** Whether it is one of the first questions, and sound as it is. */
function isFirst(call: string, request: unknown): boolean {
  if (call !== ('firstReports' satisfies ProcessCall)) return FIRST_CALLS.has(call) && isEmpty(request);
  if (typeof request !== 'object' || request === null) return false;
  const { sort, near } = request as Readonly<Record<string, unknown>>;
  return LIBRARY_SORTS.some((each) => each === sort) && (near === null || typeof near === 'string');
}

function isEmpty(request: unknown): boolean {
  return typeof request === 'object' && request !== null && Object.keys(request).length === 0;
}

async function checkedRequest(call: string, request: unknown): Promise<unknown> {
  const { processCalls } = await import('./process-calls.ts');
  if (!Object.hasOwn(processCalls, call)) throw new ZhupiError('request-invalid', { call });
  const parsed = processCalls[call as ProcessCall].request.safeParse(request);
  if (!parsed.success) throw new ZhupiError('request-invalid', { call });
  return parsed.data;
}

/** The schema of the call has seen the request, so each handler takes what its own schema gives. */
function handlerOf(
  library: Library,
  call: Exclude<ProcessCall, 'restoreBackup'>,
  tell: (event: ProcessEvent) => void,
): Handler {
  switch (call) {
    case 'importPaths':
      return (request) => {
        const { job, paths } = request as { readonly job: string; readonly paths: readonly string[] };
        return summed(library.importPaths({ job, paths }, progressOf(job, tell)));
      };
    case 'retryImport':
      return (request) => {
        const { job, from } = request as { readonly job: string; readonly from: string };
        return library.retryImport({ job, from }, progressOf(job, tell));
      };
    case 'importBytes':
      return (request) => summed(library.importBytes(request as ImportedBytes));
    default:
      return library[call] as Handler;
  }
}

async function summed(answer: Promise<ImportAnswer>): Promise<ImportSummary> {
  return importSummary(await answer);
}

function progressOf(job: string, tell: (event: ProcessEvent) => void): TellProgress {
  return (done, total, path, timeLeft) => {
    tell({ event: 'importProgress', payload: { job, done, total, path, timeLeft } });
  };
}
