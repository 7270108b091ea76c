import { commandSentence } from '#core/messages/command-sentence.ts';
import type { Command } from '../command.ts';

/** `zhupi check` */
export const checkCommand: Command = {
  name: 'check',
  summary: 'check that the data is sound',
  usage: '',
  example: 'zhupi check --data-dir ~/Backup/Zhupi',
  needs: [],
  most: 0,
  options: {},
  run: async ({ library, json, answer, say, io, locale }) => {
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
  },
};
