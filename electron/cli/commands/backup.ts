import { commandSentence } from '#core/messages/command-sentence.ts';
import { installedPacks } from '#services/packs/pack-service.ts';
import { openStore } from '#services/store/open-store.ts';
import type { Command } from '../command.ts';
import { fileToWrite } from '../file-to-write.ts';

/** `zhupi backup FILE` */
export const backupCommand: Command = {
  name: 'backup',
  summary: 'write all reports, notes and original files into one file (installed packs stay out)',
  usage: 'FILE',
  example: 'zhupi backup ~/Backup/zhupi-library.zip',
  needs: ['FILE'],
  most: 1,
  options: {},
  run: async (context) => {
    const { dataDir, positionals, json, answer, say, io, locale } = context;
    const file = fileToWrite(context, 'FILE', positionals[0] ?? '');
    const store = await openStore({ dataDir, now: Date.now });
    try {
      const { writeBackup } = await import('#services/backup/write-backup.ts');
      const made = await writeBackup(store, file, Date.now());
      const { path, bytes, reports, notes, missing } = made;
      if (json) answer(made);
      say(commandSentence('backup-done', { path, bytes, reports, notes }, locale));
      const packs = installedPacks(dataDir).join(', ');
      if (packs !== '') say(commandSentence('backup-without-packs', { packs }, locale));
      if (!made.ok && !json) {
        io.writeError(`${commandSentence('originals-missing', {}, locale)}\n`);
        for (const original of missing) io.writeError(`${original}\n`);
      }
      return made.ok ? 0 : 1;
    } finally {
      await store.close();
    }
  },
};
