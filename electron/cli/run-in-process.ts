import { localeOf } from '#core/base/locale.ts';
import { errorSentence } from '#core/messages/error-sentence.ts';
import type { ExitCode } from './command.ts';
import type { ProcessIoOptions } from './process-io.ts';
import { processIo } from './process-io.ts';
import { runCommand, systemLanguage } from './run-command.ts';

/**
 * Runs the command over this process's streams and resolves, with the exit code, when all output is written. Output that
 * could not be written (a full disk behind a redirection) is a failure of the command.
 */
export async function runInProcess(argv: readonly string[], options: ProcessIoOptions): Promise<ExitCode> {
  const { io, flush } = processIo(options);
  const code = await runCommand(argv, io);
  const failure = await flush();
  if (failure === null) return code;
  const error = { code: 'output-failed', params: {} } as const;
  io.writeError(`${errorSentence(error, localeOf(systemLanguage(io.env)))}\n`);
  await flush();
  return code === 0 ? 1 : code;
}
