import { ZhupiError } from '#core/base/app-error.ts';
import { errorSentence } from '#core/messages/error-sentence.ts';
import type { ViewScript } from '#core/report/script.ts';
import { VIEW_SCRIPTS } from '#core/report/script.ts';
import { DATA_FORMATS } from '#services/library-types.ts';
import type { Command } from '../command.ts';
import { findReport } from '../find-report.ts';

const FORMATS = ['markdown', ...DATA_FORMATS] as const;

/** `zhupi export [REPORT…]` */
export const exportCommand: Command = {
  name: 'export',
  summary: 'write the notes of reports as Markdown, W3C Web Annotation JSON or CSV',
  usage: '[REPORT…] --out DIR',
  example: 'zhupi export --all --out ~/Vault/Reports',
  needs: [],
  most: Infinity,
  options: {
    format: { kind: 'value', value: 'FORMAT', allowed: FORMATS, help: 'markdown unless said' },
    out: { kind: 'value', value: 'DIR', help: 'the folder to write in; else where you stand' },
    script: { kind: 'value', value: 'SCRIPT', allowed: VIEW_SCRIPTS, help: 'quotes in this script' },
    all: { kind: 'flag', help: 'every report that has notes' },
  },
  run: async ({ command, library, positionals, option, flag, resolve, json, answer, say, io, locale }) => {
    if (positionals.length === 0 && !flag('all')) {
      throw new ZhupiError('usage', { reason: 'argument-missing', command, word: 'REPORT' });
    }
    const opened = await library();
    const reportIds: string[] = [];
    for (const report of positionals) reportIds.push((await findReport(opened, report)).reportId);
    const request = {
      reportIds: flag('all') ? null : reportIds,
      folder: resolve(option('out') ?? '.'),
      script: (option('script') ?? 'source') as ViewScript,
    };
    const format = DATA_FORMATS.find((name) => name === option('format'));
    const { files } = await (format === undefined
      ? opened.exportMarkdown(request)
      : opened.exportData({ ...request, format }));
    if (json) {
      answer({ files: files.map(({ path, status, annotations }) => ({ path, status, annotations })) });
    }
    for (const { path, status, annotations, error } of files) {
      say(`${status}\t${annotations}\t${path}`);
      if (error !== null) io.writeError(`${errorSentence(error, locale)}\n`);
    }
    return files.some(({ status }) => status === 'refused') ? 1 : 0;
  },
};
