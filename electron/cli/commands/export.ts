import { ZhupiError } from '#core/base/app-error.ts';
import type { ExportAnswer } from '#core/ipc/payloads.ts';
import { errorSentence } from '#core/messages/error-sentence.ts';
import type { ViewScript } from '#core/report/script.ts';
import { VIEW_SCRIPTS } from '#core/report/script.ts';
import { DATA_FORMATS, REFERENCE_FORMATS } from '#services/library-types.ts';
import type { ExportRequest, Library } from '#services/library-types.ts';
import type { Command } from '../command.ts';
import { findReport } from '../find-report.ts';

/** As Markdown unless another format is asked for. */
function exportAs(
  library: Library,
  request: ExportRequest,
  wanted: string | undefined,
): Promise<ExportAnswer> {
  const data = DATA_FORMATS.find((name) => name === wanted);
  if (data !== undefined) return library.exportData({ ...request, format: data });
  const references = REFERENCE_FORMATS.find((name) => name === wanted);
  if (references !== undefined) return library.exportReferences({ ...request, format: references });
  return library.exportMarkdown(request);
}

const FORMATS = ['markdown', ...DATA_FORMATS, ...REFERENCE_FORMATS] as const;

/** `zhupi export [REPORT…]` */
export const exportCommand: Command = {
  name: 'export',
  summary: 'write notes as Markdown, W3C Web Annotation JSON or CSV, and reports as references',
  usage: '[REPORT…] --out DIR',
  example: 'zhupi export --all --out ~/Vault/Reports',
  needs: [],
  most: Infinity,
  options: {
    format: { kind: 'value', value: 'FORMAT', allowed: FORMATS, help: 'markdown unless said' },
    out: { kind: 'value', value: 'DIR', help: 'the folder to write in; else where you stand' },
    script: { kind: 'value', value: 'SCRIPT', allowed: VIEW_SCRIPTS, help: 'quotes in this script' },
    all: { kind: 'flag', help: 'every report that has notes; as references, the whole library in one file' },
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
    const { files } = await exportAs(opened, request, option('format'));
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
