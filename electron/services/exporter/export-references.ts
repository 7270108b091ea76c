import { ZhupiError } from '#core/base/app-error.ts';
import { bibtexEntry } from '#core/export/citation/bibtex.ts';
import { citedWork, type CitedWork } from '#core/export/citation/cited-work.ts';
import { cslItem } from '#core/export/citation/csl-json.ts';
import { fileStem } from '#core/export/file-name.ts';
import { openSeal } from '#core/export/sealed-file.ts';
import type { ExportAnswer, ReportContent } from '#core/ipc/payloads.ts';
import type { ExportReferences, ReferenceFormat } from '../export-types.ts';
import { findDataFiles, onlyFile } from './data-files.ts';
import { accessDate } from './describe-chosen.ts';
import { prepareFolder } from './export-folder.ts';
import { writeSealed, type UnsealedFile } from './write-sealed.ts';

/**
 * Writes reports as entries of a bibliography, `bibtex` or `csl-json`: one file for each report that is named, or one,
 * `references`, for the whole library (null). Files of earlier exports are found and replaced as by export-data.ts. The day
 * of access is the day on which a report was imported. Throws `export-folder-missing`, `export-folder-unwritable`,
 * `export-nothing`, `report-unknown`.
 */
export const exportReferences: ExportReferences = async (deps, { reportIds, folder, file, format }) => {
  const open = (reportId: string): ReportContent => deps.reports.openReport(reportId);
  if (file !== undefined && file !== null) {
    const ids = reportIds ?? deps.reports.listReports().map(idOf);
    const { stem } = onlyFile(file, EXTENSIONS[format]);
    const one = { ...referencesFile('library', stem, [...new Set(ids)].map(open), format), stem };
    await prepareFolder(folder);
    const known = await findDataFiles(folder, EXTENSIONS[format], new Set([one.sealId]), file);
    return { files: [writeSealed(one, folder, known)] };
  }
  const files =
    reportIds === null
      ? [referencesFile('library', 'references', deps.reports.listReports().map(idOf).map(open), format)]
      : [...new Set(reportIds)].map(open).map((content) => {
          const stem = fileStem(content.metadata.title);
          return referencesFile(content.summary.reportId, stem, [content], format);
        });
  await prepareFolder(folder);
  const known = await findDataFiles(folder, EXTENSIONS[format], new Set(files.map(({ sealId }) => sealId)));
  const written: ExportAnswer['files'] = [];
  for (const file of files) written.push(writeSealed(file, folder, known));
  return { files: written };
};

const EXTENSIONS: Readonly<Record<ReferenceFormat, string>> = { bibtex: '.bib', 'csl-json': '.json' };

const idOf = ({ reportId }: { readonly reportId: string }): string => reportId;

function referencesFile(
  id: string,
  stem: string,
  contents: readonly ReportContent[],
  format: ReferenceFormat,
): UnsealedFile {
  if (contents.length === 0) throw new ZhupiError('export-nothing');
  // Beside the notes of the same report, which are sealed with its id.
  const sealId = `references-${id}`;
  const seal = openSeal(sealId);
  return format === 'bibtex'
    ? {
        ...{ sealId, stem, extension: EXTENSIONS[format], annotations: 0 },
        // BibTeX takes what stands between entries for a comment.
        text: `${seal}\n\n${contents.map((each) => bibtexEntry(each.summary.reportId, workOf(each))).join('\n')}`,
      }
    : {
        ...{ sealId, stem: `${stem}.csl`, extension: EXTENSIONS[format], annotations: 0 },
        text: `${JSON.stringify(cslItems(contents, seal), null, 2)}\n`,
      };
}

/** `custom` is the key that CSL-JSON leaves to programs; the first item carries the seal. */
function cslItems(contents: readonly ReportContent[], seal: string): readonly object[] {
  return contents.map((content, index) => {
    const { reportId, script } = content.summary;
    const item = cslItem(reportId, workOf(content), script);
    return index === 0 ? { custom: { zhupi: seal }, ...item } : item;
  });
}

function workOf({ metadata, summary }: ReportContent): CitedWork {
  return citedWork(metadata, accessDate(summary.importedAt));
}

/** Reports as entries of a bibliography, in one text without a seal. Throws `report-unknown`. */
export function referencesText(contents: readonly ReportContent[], format: ReferenceFormat): string {
  return format === 'bibtex'
    ? contents.map((each) => bibtexEntry(each.summary.reportId, workOf(each))).join('\n')
    : `${JSON.stringify(
        contents.map((each) => cslItem(each.summary.reportId, workOf(each), each.summary.script)),
        null,
        2,
      )}\n`;
}
