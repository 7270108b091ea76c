import type { VersionAnswer } from '#core/ipc/payloads.ts';
import { analyseSource } from '../importers/analyse-source.ts';
import { readSourceFile } from '../importers/read-source-file.ts';
import { addVersion, type NewVersion } from './add-version.ts';
import type { ReportChangesDeps } from './deps.ts';
import type { PlacingWatch } from './place-by-text.ts';

export interface ReplaceTextRequest {
  readonly reportId: string;
  /** Absolute path of a file that an import would take. */
  readonly path: string;
}

/**
 * Makes the text of a file the text of a report: see {@link addVersion}. Throws what that throws, and what an import of the
 * file would say.
 */
export function replaceText(
  deps: ReportChangesDeps,
  { reportId, path }: ReplaceTextRequest,
  watch?: PlacingWatch,
): Promise<VersionAnswer> {
  const make = async (): Promise<NewVersion> => {
    const file = await readSourceFile(path);
    // The report has a title; the name of the file says nothing better.
    const analysed = await analyseSource(file.source, file.format, '', file);
    return { report: { ...file, ...analysed }, placeByBytes: null };
  };
  return addVersion(deps, reportId, make, watch);
}
