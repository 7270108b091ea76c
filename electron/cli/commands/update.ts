import { commandSentence } from '#core/messages/command-sentence.ts';
import type { Command } from '../command.ts';
import { findReport } from '../find-report.ts';

/** `zhupi update REPORT FILE` */
export const updateCommand: Command = {
  name: 'update',
  summary: 'make the text of a file the report’s new version; its notes are carried over',
  usage: 'REPORT FILE',
  example: 'zhupi update r4k2 report-revised.docx --json',
  needs: ['REPORT', 'FILE'],
  most: 2,
  options: {},
  run: async ({ library, positionals, resolve, json, answer, say, locale }) => {
    const path = resolve(positionals[1] ?? '', 'FILE');
    const opened = await library();
    const { reportId } = await findReport(opened, positionals[0] ?? '');
    const { version } = await opened.openReport({ reportId });
    const { content, anchors, changed } = await opened.replaceText({ reportId, path });
    if (json) {
      answer({ anchors, changed });
      return 0;
    }
    const { title } = content.summary;
    const key = content.version === version ? 'report-unchanged' : 'report-updated';
    say(commandSentence(key, { reportId, title, version: content.version, ...anchors }, locale));
    const unsure = new Set(changed);
    for (const { id, state, anchor } of await opened.listNotes({ reportId })) {
      if (unsure.has(id)) say(`${id}\t${state}\t${anchor.exact.replaceAll(/\s+/gu, ' ')}`);
    }
    return 0;
  },
};
