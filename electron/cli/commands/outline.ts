import { toA } from '#core/text/map-range.ts';
import { outlineOf } from '#core/text/outline/outline.ts';
import { readingOfSource } from '#core/text/reading.ts';
import type { Command } from '../command.ts';
import { findReport } from '../find-report.ts';

/** `zhupi outline REPORT` */
export const outlineCommand: Command = {
  name: 'outline',
  summary: 'print the headings and numbered points of a report',
  usage: 'REPORT',
  example: 'zhupi outline p-zhupi-readers-guide --json',
  needs: ['REPORT'],
  most: 1,
  options: {},
  run: async ({ library, positionals, json, answer, say }) => {
    const opened = await library();
    const { reportId } = await findReport(opened, positionals[0] ?? '');
    const content = await opened.openReport({ reportId });
    const reading = readingOfSource(content);
    const items = outlineOf(reading).map(({ level, label, title, start, end }) => ({
      level,
      label,
      title,
      ...toA(reading.map, { start, end }),
    }));
    if (json) answer({ items });
    for (const { level, label, title } of items) say(`${'  '.repeat(level - 1)}${label} ${title}`.trimEnd());
    return 0;
  },
};
