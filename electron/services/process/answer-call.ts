import { toAppError, ZhupiError } from '#core/base/app-error.ts';
import type { Result } from '#core/base/result.ts';
import { fail, ok } from '#core/base/result.ts';
import type { Library, TellProgress } from '../library-types.ts';
import type { ProcessCall, ProcessEvent } from './process-calls.ts';

/** The first questions of a window. They have no parameters, so that no schema has to be read before their answers. */
const FIRST_CALLS: ReadonlySet<string> = new Set(['listReports', 'historyState'] satisfies ProcessCall[]);

type Handler = (request: unknown) => unknown;

/** The answer to one call, as a Result; the request is checked here too, whoever sent it. */
export async function answerCall(
  open: () => Promise<Library>,
  call: string,
  request: unknown,
  tell: (event: ProcessEvent) => void,
): Promise<Result<unknown>> {
  try {
    const checked = FIRST_CALLS.has(call) ? {} : await checkedRequest(call, request);
    const library = await open();
    return ok(await handlerOf(library, call as ProcessCall, tell)(checked));
  } catch (error) {
    return fail(toAppError(error));
  }
}

async function checkedRequest(call: string, request: unknown): Promise<unknown> {
  const { processCalls } = await import('./process-calls.ts');
  if (!Object.hasOwn(processCalls, call)) throw new ZhupiError('request-invalid', { call });
  const parsed = processCalls[call as ProcessCall].request.safeParse(request);
  if (!parsed.success) throw new ZhupiError('request-invalid', { call });
  return parsed.data;
}

/** The schema of the call has seen the request, so each handler takes what its own schema gives. */
function handlerOf(library: Library, call: ProcessCall, tell: (event: ProcessEvent) => void): Handler {
  switch (call) {
    case 'importPaths':
      return (request) => {
        const { job, paths } = request as { readonly job: string; readonly paths: readonly string[] };
        return library.importPaths({ job, paths }, progressOf(job, tell));
      };
    case 'retryImport':
      return (request) => {
        const { job, from } = request as { readonly job: string; readonly from: string };
        return library.retryImport({ job, from }, progressOf(job, tell));
      };
    case 'exportMarkdown':
      return (request) => {
        const wanted = request as { readonly reportIds: readonly string[] | null; readonly folder: string };
        return library.exportMarkdown({ ...wanted, script: 'source' });
      };
    default:
      return library[call] as Handler;
  }
}

function progressOf(job: string, tell: (event: ProcessEvent) => void): TellProgress {
  return (done, total, path, timeLeft) => {
    tell({ event: 'importProgress', payload: { job, done, total, path, timeLeft } });
  };
}
