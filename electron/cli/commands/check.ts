import { ZhupiError } from '#core/base/app-error.ts';
import { commandSentence } from '#core/messages/command-sentence.ts';
import { errorSentence } from '#core/messages/error-sentence.ts';
import type { Command, CommandContext, ExitCode } from '../command.ts';

/** `zhupi check` */
export const checkCommand: Command = {
  name: 'check',
  summary: 'check that the data is sound',
  usage: '',
  example: 'zhupi check --data-dir ~/Backup/Zhupi',
  needs: [],
  most: 0,
  options: {},
  run: async (context) => {
    try {
      return await checkLibrary(context);
    } catch (thrown) {
      if (!(thrown instanceof ZhupiError) || thrown.code !== 'store-damaged') throw thrown;
      return tellDamage(context, thrown);
    }
  },
};

async function checkLibrary({ library, json, answer, say, io, locale }: CommandContext): Promise<ExitCode> {
  const opened = await library();
  const { ok, problems } = await opened.check();
  const path = opened.dataDir;
  if (json) answer({ ok, problems });
  if (ok) say(commandSentence('check-sound', { path }, locale));
  else {
    io.writeError(`${commandSentence('check-unsound', { path }, locale)}\n`);
    for (const problem of problems) io.writeError(`${problem}\n`);
  }
  return ok ? 0 : 1;
}

/** Data too damaged to be opened is an answer to the question, too. */
function tellDamage({ json, answer, io, locale }: CommandContext, thrown: ZhupiError): ExitCode {
  const { code } = thrown;
  const message = errorSentence(thrown, locale);
  if (json) answer({ ok: false, problems: [message], error: { code, message } });
  else io.writeError(`${message}\n`);
  return 1;
}
