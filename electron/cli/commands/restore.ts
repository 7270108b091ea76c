import { commandSentence } from '#core/messages/command-sentence.ts';
import { restoreBackup } from '#services/backup/restore-backup.ts';
import type { Command } from '../command.ts';

/** `zhupi restore FILE` */
export const restoreCommand: Command = {
  name: 'restore',
  summary: 'put a backup in the place of the library, which is backed up first',
  usage: 'FILE',
  example: 'zhupi restore ~/Backup/zhupi-library.zip',
  needs: ['FILE'],
  most: 1,
  options: {},
  run: async ({ dataDir, positionals, resolve, json, answer, say, io, locale }) => {
    const restored = await restoreBackup(dataDir, resolve(positionals[0] ?? ''), Date.now());
    const { ok, path, reports, notes, before, setAside, missing } = restored;
    if (json) answer(restored);
    say(commandSentence('restore-done', { path, reports, notes }, locale));
    if (before !== null) say(commandSentence('restore-before', { path: before }, locale));
    if (setAside !== null) say(commandSentence('restore-set-aside', { path: setAside }, locale));
    if (!ok && !json) {
      io.writeError(`${commandSentence('originals-missing', {}, locale)}\n`);
      for (const original of missing) io.writeError(`${original}\n`);
    }
    return ok ? 0 : 1;
  },
};
