import { commandSentence } from '#core/messages/command-sentence.ts';
import { openStore } from '#services/store/open-store.ts';
import type { Command, CommandContext, ExitCode } from '../command.ts';

/** `zhupi restore FILE` */
export const restoreCommand: Command = {
  name: 'restore',
  summary: 'put a backup in the place of the library, which is backed up first, or merge it',
  usage: 'FILE [--merge]',
  example: 'zhupi restore --merge ~/Backup/zhupi-library.zip',
  needs: ['FILE'],
  most: 1,
  options: {
    merge: { kind: 'flag', help: 'bring in what the library has not, and overwrite nothing' },
  },
  run: (context) => (context.flag('merge') ? merge(context) : restore(context)),
};

async function restore(context: CommandContext): Promise<ExitCode> {
  const { dataDir, positionals, resolve, json, answer, say, locale } = context;
  const { restoreBackup } = await import('#services/backup/restore-backup.ts');
  const restored = await restoreBackup(dataDir, resolve(positionals[0] ?? ''), Date.now());
  const { ok, path, reports, notes, before, setAside, missing } = restored;
  if (json) answer(restored);
  say(commandSentence('restore-done', { path, reports, notes }, locale));
  if (before !== null) say(commandSentence('restore-before', { path: before }, locale));
  if (setAside !== null) say(commandSentence('restore-set-aside', { path: setAside }, locale));
  if (!ok) tellMissing(context, missing);
  return ok ? 0 : 1;
}

async function merge(context: CommandContext): Promise<ExitCode> {
  const { dataDir, positionals, resolve, json, answer, say, locale } = context;
  const file = resolve(positionals[0] ?? '');
  const store = await openStore({ dataDir, now: Date.now });
  try {
    const { mergeArchive } = await import('#services/backup/merge-archive.ts');
    const merged = await mergeArchive(store, { file, actor: 'command', now: Date.now() });
    const { ok, path, reports, notes, before, missing } = merged;
    if (json) answer(merged);
    const numbers = { reports: reports.added, back: reports.back, notes: notes.added + notes.back };
    const { updated, both } = notes;
    say(commandSentence('merge-done', { path, ...numbers, updated, both }, locale));
    if (before !== null) say(commandSentence('restore-before', { path: before }, locale));
    if (!ok) tellMissing(context, missing);
    return ok ? 0 : 1;
  } finally {
    await store.close();
  }
}

function tellMissing({ json, io, locale }: CommandContext, missing: readonly string[]): void {
  if (json) return;
  io.writeError(`${commandSentence('originals-missing', {}, locale)}\n`);
  for (const original of missing) io.writeError(`${original}\n`);
}
