import { ZhupiError } from '#core/base/app-error.ts';
import type { Locale } from '#core/base/locale.ts';
import type { LostRecord } from '#core/ipc/calls/backup-calls.ts';
import { commandSentence } from '#core/messages/command-sentence.ts';
import { errorSentence } from '#core/messages/error-sentence.ts';
import type { RecoverAnswer } from '#services/backup/recover-library.ts';
import { isDatabaseProblem } from '#services/store/check-store.ts';
import { openStore } from '#services/store/open-store.ts';
import type { Command, CommandContext, ExitCode } from '../command.ts';
import { createProgressBar } from '../progress-bar.ts';

/** `zhupi check` */
export const checkCommand: Command = {
  name: 'check',
  summary: 'check that the data is sound, and mend it',
  usage: '',
  example: 'zhupi check --data-dir ~/Backup/Zhupi',
  needs: [],
  most: 0,
  options: {
    repair: { kind: 'flag', help: 'mend damaged data from what can be read and the newest backup' },
  },
  run: async (context) => {
    if (context.flag('repair')) return repairLibrary(context);
    try {
      return await checkLibrary(context);
    } catch (thrown) {
      if (!(thrown instanceof ZhupiError) || thrown.code !== 'store-damaged') throw thrown;
      return tellDamage(context, thrown);
    }
  },
};

async function checkLibrary({ library, json, answer, say, io, locale }: CommandContext): Promise<ExitCode> {
  const opened = await library();
  const bar = createProgressBar(io.writeError, io.stderrIsTerminal);
  const { ok, problems } = await opened.check(bar.update).finally(bar.clear);
  const path = opened.dataDir;
  if (json) answer({ ok, problems });
  if (ok) say(commandSentence('check-sound', { path }, locale));
  else {
    io.writeError(`${commandSentence('check-unsound', { path }, locale)}\n`);
    for (const problem of problems) io.writeError(`${problem}\n`);
  }
  return ok ? 0 : 1;
}

/** Data too damaged to be opened is an answer to the question, too. */
function tellDamage({ json, answer, io, locale }: CommandContext, thrown: ZhupiError): ExitCode {
  const { code } = thrown;
  const message = errorSentence(thrown, locale);
  if (json) answer({ ok: false, problems: [message], error: { code, message } });
  else io.writeError(`${message}\n`);
  return 1;
}

/** Mends only what is damaged; originals that are lost are told, they are nowhere to be had. */
async function repairLibrary({ dataDir, json, answer, say, io, locale }: CommandContext): Promise<ExitCode> {
  const isDamaged = (await problemsOf(dataDir)).some(isDatabaseProblem);
  const repaired = isDamaged ? await recovered(dataDir) : null;
  const unread =
    repaired?.unread === true ? [commandSentence('check-unread', { path: dataDir }, locale)] : [];
  const problems = [...(await problemsOf(dataDir)), ...unread];
  const ok = problems.length === 0;
  if (json) answer({ ok, problems, repaired });
  if (repaired !== null) {
    const { reports, notes, setAside, lost, remade } = repaired;
    if (!repaired.unread) say(commandSentence('check-repaired', { path: dataDir, reports, notes }, locale));
    if (remade > 0) say(commandSentence('check-remade', { reports: remade }, locale));
    if (setAside !== '') say(commandSentence('restore-set-aside', { path: setAside }, locale));
    for (const line of lostWords(lost, locale)) say(line);
  } else if (ok) say(commandSentence('check-sound', { path: dataDir }, locale));
  if (!json) for (const problem of problems) io.writeError(`${problem}\n`);
  return ok ? 0 : 1;
}

async function recovered(dataDir: string): Promise<RecoverAnswer> {
  const { recoverLibrary } = await import('#services/backup/recover-library.ts');
  return recoverLibrary(dataDir, Date.now());
}

function lostWords(lost: readonly LostRecord[], locale: Locale): readonly string[] {
  if (lost.length === 0) return [];
  const sum = (count: (record: LostRecord) => number): number =>
    lost.reduce((total, record) => total + count(record), 0);
  const textless = lost.filter(({ text }) => text).map(({ reportId, title }) => `${reportId} ${title}`);
  const numbers = {
    notes: sum(({ notes }) => notes),
    olderNotes: sum(({ olderNotes }) => olderNotes),
    details: sum(({ details }) => Number(details)),
  };
  return [
    ...(textless.length > 0 ? [commandSentence('check-lost', { reports: textless.join(', ') }, locale)] : []),
    ...(Object.values(numbers).some((count) => count > 0)
      ? [commandSentence('check-lost-notes', numbers, locale)]
      : []),
  ];
}

/** Problems as {@link checkStore} tells them. */
async function problemsOf(dataDir: string): Promise<readonly string[]> {
  try {
    const store = await openStore({ dataDir, now: Date.now });
    try {
      return await store.check();
    } finally {
      await store.close();
    }
  } catch (thrown) {
    if (thrown instanceof ZhupiError && thrown.code === 'store-damaged') return [thrown.code];
    throw thrown;
  }
}
