import { errorSentence } from '#core/messages/error-sentence.ts';
import type { Command } from '../command.ts';
import { findReport } from '../find-report.ts';

/** `zhupi import-notes FILE…` */
export const importNotesCommand: Command = {
  name: 'import-notes',
  summary: 'bring notes in from JSON files: Zhupi’s own, Hypothesis, Recogito, Thorium, any Web Annotation',
  usage: 'FILE…',
  example: 'zhupi import-notes notes.json --in r4k2',
  needs: ['FILE'],
  most: Infinity,
  options: {
    in: { kind: 'value', value: 'REPORT', help: 'the report of notes that name none of the library’s' },
  },
  run: async ({ library, positionals, option, resolve, json, answer, io, say, locale }) => {
    const opened = await library();
    const report = option('in');
    const reportId = report === undefined ? null : (await findReport(opened, report)).reportId;
    const { files } = await opened.importNotes({ paths: positionals.map((each) => resolve(each)), reportId });
    for (const { error, ...counts } of files) {
      if (json) answer({ ...counts, error: error?.code ?? null });
      else if (error === null) {
        const { path, added, updated, kept, unchanged, missing } = counts;
        const told = Object.entries({ added, updated, kept, unchanged, missing });
        say(`${told.map(([name, count]) => `${name} ${String(count)}`).join('\t')}\t${path}`);
      }
      if (error !== null) io.writeError(`${errorSentence(error, locale)}\n`);
    }
    return files.some(({ error, missing }) => error !== null || missing > 0) ? 1 : 0;
  },
};
