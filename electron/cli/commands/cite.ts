import { citedWork } from '#core/export/citation/cited-work.ts';
import { GB_T_7714_EDITIONS, gbT7714, type GbT7714Edition } from '#core/export/citation/gb-t-7714.ts';
import type { Command } from '../command.ts';
import { findReport } from '../find-report.ts';

/** `zhupi cite REPORT…` */
export const citeCommand: Command = {
  name: 'cite',
  summary: 'the entry of a report for a list of references, by GB/T 7714',
  usage: 'REPORT…',
  example: 'zhupi cite r4k2 --edition 2015',
  needs: ['REPORT'],
  most: Infinity,
  options: {
    edition: {
      ...{ kind: 'value', value: 'YEAR', allowed: GB_T_7714_EDITIONS },
      help: '2025, in force since 2026-07-01, unless said',
    },
  },
  run: async ({ library, positionals, option, json, answer, say }) => {
    const opened = await library();
    const edition = (option('edition') ?? '2025') as GbT7714Edition;
    for (const report of positionals) {
      const { reportId } = await findReport(opened, report);
      const { metadata, summary } = await opened.openReport({ reportId });
      const { importedAt } = summary;
      const accessed = importedAt === 0 ? '' : new Date(importedAt).toISOString().slice(0, 10);
      const citation = gbT7714(citedWork(metadata, accessed), edition);
      if (json) answer({ reportId, edition, citation });
      else say(citation);
    }
    return 0;
  },
};
