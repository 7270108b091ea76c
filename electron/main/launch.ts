import path from 'node:path';
import { parseReportLink, type ReportLink } from '#core/report/link.ts';

/** What a start of the program asks for, read from its arguments. */
export interface LaunchRequest {
  /** The data folder that `--data-dir` names, absolute. */
  readonly dataDir: string | null;
  readonly link: ReportLink | null;
  /** Files to import (file associations, files dropped on the program's icon), absolute. */
  readonly files: readonly string[];
}

/** Ends of the names of files that can come in (services/importers has what reads them). */
export const FILE_KINDS = [
  'txt',
  'md',
  'markdown',
  'html',
  'htm',
  'xhtml',
  'shtml',
  'mht',
  'mhtml',
  'docx',
  'epub',
  'pdf',
  'zhupipack',
] as const;
const FILE_ENDINGS: ReadonlySet<string> = new Set(FILE_KINDS.map((kind) => `.${kind}`));

/**
 * Reads the arguments behind the program's own: links of ours, `--data-dir DIR`, and paths of files of a known kind.
 * Chromium's and Playwright's switches are passed over.
 */
export function parseLaunch(arguments_: readonly string[], folder: string): LaunchRequest {
  let dataDir: string | null = null;
  let link: ReportLink | null = null;
  const files: string[] = [];
  for (let i = 0; i < arguments_.length; i += 1) {
    const argument = arguments_[i] ?? '';
    if (argument === '--data-dir') {
      const value = arguments_[i + 1];
      if (value !== undefined) dataDir = path.resolve(folder, value);
      i += 1;
    } else if (argument.startsWith('--data-dir=')) {
      dataDir = path.resolve(folder, argument.slice('--data-dir='.length));
    } else if (argument.startsWith('zhupi:')) {
      link = parseReportLink(argument) ?? link;
    } else if (!argument.startsWith('-') && FILE_ENDINGS.has(path.extname(argument).toLowerCase())) {
      files.push(path.resolve(folder, argument));
    }
  }
  return { dataDir, link, files };
}

/** The arguments of the command `zhupi` when the program is asked to be it (`--cli …`), else null. */
export function commandArguments(arguments_: readonly string[]): readonly string[] | null {
  const at = arguments_.indexOf('--cli');
  return at < 0 ? null : arguments_.slice(at + 1);
}
