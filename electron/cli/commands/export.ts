import path from 'node:path';
import { ZhupiError } from '#core/base/app-error.ts';
import { GB_T_7714_EDITIONS, type GbT7714Edition } from '#core/export/citation/gb-t-7714.ts';
import { EXPORT_FORMATS, type ExportFormat } from '#core/export/export-formats.ts';
import { DELETED_NOTES, type DeletedNotes } from '#core/export/markdown-style.ts';
import { errorSentence } from '#core/messages/error-sentence.ts';
import type { ViewScript } from '#core/report/script.ts';
import { VIEW_SCRIPTS } from '#core/report/script.ts';
import type { Library } from '#services/library-types.ts';
import type { Command } from '../command.ts';
import { fileToWrite } from '../file-to-write.ts';
import { findReport } from '../find-report.ts';

/** `zhupi export [REPORT…]` */
export const exportCommand: Command = {
  name: 'export',
  summary: 'write notes as Markdown, Word, W3C Web Annotation JSON or CSV, and reports as references',
  usage: '[REPORT…] --out DIR',
  example: 'zhupi export --all --out ~/Vault/Reports',
  needs: [],
  most: Infinity,
  options: {
    format: { kind: 'value', value: 'FORMAT', allowed: EXPORT_FORMATS, help: 'markdown unless said' },
    out: { kind: 'value', value: 'DIR', help: 'the folder to write in; else where you stand' },
    file: { kind: 'value', value: 'FILE', help: 'all into this one file, instead of a file a report' },
    script: { kind: 'value', value: 'SCRIPT', allowed: VIEW_SCRIPTS, help: 'quotes in this script' },
    template: { kind: 'value', value: 'NAME', help: 'Markdown by this template: its name or id' },
    deleted: {
      ...{ kind: 'value', value: 'HOW', allowed: DELETED_NOTES },
      help: 'Markdown: what becomes of deleted notes; remove unless said',
    },
    edition: {
      ...{ kind: 'value', value: 'YEAR', allowed: GB_T_7714_EDITIONS },
      help: 'of GB/T 7714 in citations; 2025 unless said',
    },
    all: { kind: 'flag', help: 'every report that has notes; as references, the whole library in one file' },
  },
  run: async (context) => {
    const { command, library, positionals, option, flag, resolve, json, answer, say, io, locale } = context;
    if (positionals.length === 0 && !flag('all')) {
      throw new ZhupiError('usage', { reason: 'argument-missing', command, word: 'REPORT' });
    }
    const one = option('file');
    if (one !== undefined && option('out') !== undefined) {
      throw new ZhupiError('usage', { reason: 'options-together', command, word: '--file', other: '--out' });
    }
    const file = one === undefined ? null : fileToWrite(context, '--file', one);
    const opened = await library();
    const reportIds: string[] = [];
    for (const report of positionals) reportIds.push((await findReport(opened, report)).reportId);
    const folder = file === null ? resolve(option('out') ?? '.', '--out') : path.dirname(file);
    const { files } = await opened.exportNotes({
      reportIds: flag('all') ? null : reportIds,
      folder,
      file: file === null ? null : path.basename(file),
      format: (option('format') ?? 'markdown') as ExportFormat,
      script: (option('script') ?? 'source') as ViewScript,
      template: await templateNamed(opened, option('template')),
      deleted: (option('deleted') ?? 'remove') as DeletedNotes,
      edition: (option('edition') ?? '2025') as GbT7714Edition,
    });
    if (json) {
      answer({
        files: files.map(({ path: written, status, annotations, conflicts, copies }) => ({
          ...{ path: written, status, annotations },
          ...(copies === undefined ? {} : { copies }),
          ...(conflicts === undefined ? {} : { conflicts }),
        })),
      });
    }
    for (const { path: written, status, annotations, conflicts = 0, copies = [], error } of files) {
      const beside = conflicts === 0 ? '' : `\tconflicts: ${String(conflicts)}`;
      say(`${status}\t${String(annotations)}\t${written}${beside}`);
      for (const copy of copies) say(`copy\t0\t${copy}`);
      if (error !== null) io.writeError(`${errorSentence(error, locale)}\n`);
    }
    return files.some(({ status }) => status === 'refused') ? 1 : 0;
  },
};

/** The id of a template by its id or its name. Throws `template-unknown`. */
async function templateNamed(library: Library, wanted: string | undefined): Promise<string | null> {
  if (wanted === undefined) return null;
  const templates = await library.listTemplates({});
  const found = templates.find(({ id, name }) => id === wanted || name === wanted);
  if (found === undefined) throw new ZhupiError('template-unknown', { template: wanted });
  return found.id;
}
