import { commandSentence } from '#core/messages/command-sentence.ts';
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
  run: async ({ library, positionals, flag, json, answer, say, locale }) => {
    const opened = await library();
    const restore = flag('restore');
    const find = restore ? findTrashed : findReport;
    const reportIds: string[] = [];
    // Every name is looked up before anything is done, so that a wrong one changes nothing.
    for (const report of positionals) reportIds.push((await find(opened, report)).reportId);
    const ids = [...new Set(reportIds)];
    const done = restore
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
    return 0;
  },
};
