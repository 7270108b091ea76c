import { commandSentence } from '#core/messages/command-sentence.ts';
import { errorSentence } from '#core/messages/error-sentence.ts';
import type { ImportOutcome } from '#core/ipc/payloads.ts';
import type { Command, CommandContext } from '../command.ts';
import { createProgressBar } from '../progress-bar.ts';

/** `zhupi import PATH…` */
export const importCommand: Command = {
  name: 'import',
  summary: 'import files and folders (with all below them)',
  usage: 'PATH…',
  example: 'zhupi import ~/Reports report.txt policies.zhupipack',
  needs: ['PATH'],
  most: Infinity,
  options: {},
  run: async (context) => {
    const { io, locale, positionals, resolve } = context;
    const paths = positionals.map(resolve);
    const library = await context.library();
    const job = 'command';
    const stopListening = io.onInterrupt(() => void library.cancelImport({ job }));
    const bar = createProgressBar(io.writeError, io.stderrIsTerminal);
    const answer = await library.importPaths({ job, paths }, bar.update).finally(() => {
      bar.clear();
      stopListening();
    });
    const trashed = new Set((await library.listTrash({})).map(({ reportId }) => reportId));
    for (const outcome of answer.outcomes) report(context, outcome, trashed);
    const count = (status: ImportOutcome['status']) =>
      answer.outcomes.filter((outcome) => outcome.status === status).length;
    const counts = {
      imported: count('imported'),
      duplicates: count('duplicate'),
      failed: count('failed'),
      skipped: answer.skipped,
    };
    io.writeError(`${commandSentence('import-done', counts, locale)}\n`);
    if (answer.cancelled) io.writeError(`${errorSentence({ code: 'cancelled', params: {} }, locale)}\n`);
    return counts.failed > 0 || answer.cancelled ? 1 : 0;
  },
};

function report(
  { json, answer, say, io, locale }: CommandContext,
  outcome: ImportOutcome,
  trashed: ReadonlySet<string | null>,
): void {
  const { path, status, reportId, title, chars, encoding, edits, error } = outcome;
  const message = error === null ? null : errorSentence(error, locale);
  if (json) {
    const problem = error === null ? null : { code: error.code, message };
    answer({ path, status, reportId, title, chars, encoding, edits, error: problem });
  } else if (message !== null) {
    io.writeError(`${message}\n`);
  } else {
    const known = trashed.has(reportId) ? 'import-in-trash' : 'import-duplicate';
    say(
      commandSentence(
        status === 'duplicate' ? known : 'import-imported',
        { path, title, reportId: reportId ?? '' },
        locale,
      ),
    );
  }
}
