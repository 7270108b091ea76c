import { ZhupiError, type AppError } from '#core/base/app-error.ts';
import { commandSentence } from '#core/messages/command-sentence.ts';
import { errorSentence } from '#core/messages/error-sentence.ts';
import type { Command } from '../command.ts';
import { findReport, findTrashed } from '../find-report.ts';

/** `zhupi delete REPORT…` */
export const deleteCommand: Command = {
  name: 'delete',
  summary: 'put reports with their notes into the trash, for 30 days',
  usage: 'REPORT…',
  example: 'zhupi delete r4k2 && zhupi delete r4k2 --restore',
  needs: ['REPORT'],
  most: Infinity,
  options: { restore: { kind: 'flag', help: 'take them out of the trash again' } },
  run: async ({ library, positionals, flag, json, answer, say, io, locale }) => {
    const opened = await library();
    const restore = flag('restore');
    const find = restore ? findTrashed : findReport;
    const reportIds: string[] = [];
    const unknown: { readonly report: string; readonly error: AppError }[] = [];
    for (const report of positionals) {
      try {
        reportIds.push((await find(opened, report)).reportId);
      } catch (thrown) {
        if (!(thrown instanceof ZhupiError)) throw thrown;
        unknown.push({ report, error: thrown });
      }
    }
    const ids = [...new Set(reportIds)];
    const done =
      ids.length === 0
        ? []
        : restore
          ? await opened.restoreReports({ reportIds: ids })
          : await opened.deleteReports({ reportIds: ids });
    for (const { reportId, title, notes } of done) {
      if (json) answer({ reportId, notes });
      else {
        say(
          commandSentence(restore ? 'report-restored' : 'report-deleted', { reportId, title, notes }, locale),
        );
      }
    }
    for (const { report, error } of unknown) {
      const message = errorSentence(error, locale);
      if (json) answer({ report, error: { code: error.code, message } });
      else io.writeError(`${message}\n`);
    }
    return unknown.length > 0 ? 1 : 0;
  },
};
