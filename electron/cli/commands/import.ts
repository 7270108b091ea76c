import { commandSentence } from '#core/messages/command-sentence.ts';
import { errorSentence } from '#core/messages/error-sentence.ts';
import type { ImportAnswer, ImportOutcome } from '#core/ipc/payloads.ts';
import type { Command, CommandContext, ExitCode } from '../command.ts';
import { createProgressBar } from '../progress-bar.ts';

/** From so many new reports on, the index is made here and not with the next search. */
const MANY_REPORTS = 50;

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
    const { io, positionals, resolve } = context;
    const paths = positionals.map((each) => resolve(each));
    const library = await context.library();
    const job = 'command';
    const interrupted = new AbortController();
    const stopListening = io.onInterrupt(() => {
      interrupted.abort();
      void library.cancelImport({ job });
    });
    const bar = createProgressBar(io.writeError, io.stderrIsTerminal);
    const trashed = new Set((await library.listTrash({})).map(({ reportId }) => reportId));
    const onOutcome = (outcome: ImportOutcome): void => {
      bar.clear();
      report(context, outcome, trashed);
    };
    try {
      const answer = await library.importPaths({ job, paths }, bar.update, onOutcome);
      if (countOf(answer, 'imported') >= MANY_REPORTS) await library.prepareSearch(interrupted.signal);
      return conclude(context, answer);
    } finally {
      bar.clear();
      stopListening();
    }
  },
};

/** Says what was done in sum; answers the exit code. */
function conclude({ io, locale }: CommandContext, answer: ImportAnswer): ExitCode {
  const counts = {
    imported: countOf(answer, 'imported'),
    duplicates: countOf(answer, 'duplicate'),
    failed: countOf(answer, 'failed'),
    skipped: answer.skipped,
  };
  io.writeError(`${commandSentence('import-done', counts, locale)}\n`);
  if (answer.stopped !== null) io.writeError(`${errorSentence(answer.stopped, locale)}\n`);
  if (answer.cancelled) io.writeError(`${errorSentence({ code: 'cancelled', params: {} }, locale)}\n`);
  return counts.failed > 0 || answer.cancelled || answer.stopped !== null ? 1 : 0;
}

function countOf({ outcomes }: ImportAnswer, status: ImportOutcome['status']): number {
  return outcomes.filter((outcome) => outcome.status === status).length;
}

function report(
  { json, answer, say, io, locale }: CommandContext,
  outcome: ImportOutcome,
  trashed: ReadonlySet<string | null>,
): void {
  const { path, status, reportId, title, chars, encoding, edits, undecodable = 0, error } = outcome;
  const message = error === null ? null : errorSentence(error, locale);
  if (json) {
    const problem = error === null ? null : { code: error.code, message };
    const where = status === 'duplicate' && trashed.has(reportId) ? { where: 'trash' } : {};
    const lost = undecodable > 0 ? { undecodable } : {};
    answer({ path, status, reportId, title, chars, encoding, edits, error: problem, ...where, ...lost });
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
    if (undecodable > 0) {
      io.writeError(`${commandSentence('import-undecodable', { path, undecodable }, locale)}\n`);
    }
  }
}
