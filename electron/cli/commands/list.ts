import type { ReportSummary } from '#core/report/report.ts';
import type { Command } from '../command.ts';
import { containsFolded } from '../folded-match.ts';

/** `zhupi list` */
export const listCommand: Command = {
  name: 'list',
  summary: 'list the reports, newest first',
  usage: '[--query TEXT]',
  example: 'zhupi list --query 教育',
  needs: [],
  most: 0,
  options: {
    query: { kind: 'value', value: 'TEXT', help: 'only where title, issuer, place or date holds TEXT' },
  },
  run: async ({ library, option, json, answer, say }) => {
    const reports = await (await library()).listReports({});
    const holds = await containsFolded(option('query') ?? '');
    for (const report of reports) {
      if (!holds(report.title, report.issuer, report.region, report.date)) continue;
      if (json) answer(rowOf(report));
      else say([report.reportId, report.date, report.script, String(report.notes), report.title].join('\t'));
    }
    return 0;
  },
};

/** The command keeps its own key for the region. */
function rowOf({ reportId, title, issuer, region, date, script, chars, notes, origin }: ReportSummary) {
  return { reportId, title, issuer, place: region, date, script, chars, notes, origin };
}
