import { ZhupiError } from '#core/base/app-error.ts';
import type { TextFormat } from '#core/export/export-formats.ts';
import type { TemplateParts } from '#core/export/export-template.ts';
import { newMarkdownFile, pastedMarkdown } from '#core/export/markdown-file.ts';
import type { ExportChoice, ExportDeps } from '../export-types.ts';
import { chosenNotes, describeChosen, styleOf, type ChosenContent } from './describe-chosen.ts';
import { dataText } from './export-data.ts';
import { sha256Hex } from './export-folder.ts';
import { referencesText } from './export-references.ts';

export interface ExportTextRequest extends ExportChoice {
  readonly format: TextFormat;
}

/**
 * The notes of reports as a text to be pasted: Markdown without front matter, frames and block ids, one report under the
 * other; the other formats as their files have them. Throws `export-nothing`, `report-unknown`, `template-unknown`,
 * `template-invalid`.
 */
export async function exportText(
  deps: ExportDeps,
  request: ExportTextRequest,
): Promise<{ readonly text: string; readonly annotations: number }> {
  const { format } = request;
  if (format === 'bibtex' || format === 'csl-json') {
    const ids = request.reportIds ?? deps.reports.listReports().map(({ reportId }) => reportId);
    if (ids.length === 0) throw new ZhupiError('export-nothing');
    const contents = [...new Set(ids)].map((id) => deps.reports.openReport(id));
    return { text: referencesText(contents, format), annotations: 0 };
  }
  const contents: ChosenContent[] = [];
  for (const report of chosenNotes(deps, request, deps.listNotes(null))) {
    contents.push(await describeChosen(deps, report, request));
  }
  const annotations = contents.reduce((sum, { notes }) => sum + notes.length, 0);
  if (annotations === 0) throw new ZhupiError('export-nothing');
  if (format !== 'markdown') return { text: dataText(contents, format, 'Zhupi'), annotations };
  const style = styleOf(deps, request, contents);
  const parts = contents.map(({ report }) => pastedMarkdown(report, style));
  return { text: `${parts.join('\n\n')}\n`, annotations };
}

/** Notes that a preview shows at most. */
const PREVIEWED = 12;

/** What a template makes of the first notes of a report, or of any that has some (null). Throws what {@link exportText} throws. */
export async function previewTemplate(
  deps: ExportDeps,
  {
    reportId,
    template,
    ...choice
  }: Pick<ExportChoice, 'script' | 'edition'> & {
    readonly reportId: string | null;
    readonly template: TemplateParts;
  },
): Promise<{ text: string }> {
  // Its form is looked at first: there may be no notes to fill it with.
  styleOf(deps, { ...choice, reportIds: null, template }, []);
  const all = deps.listNotes(reportId);
  const of = all[0]?.reportId;
  const notes = all.filter((note) => note.reportId === of).slice(0, PREVIEWED);
  if (of === undefined) throw new ZhupiError('export-nothing');
  const request = { ...choice, reportIds: [of], template };
  const content = await describeChosen(deps, { reportId: of, notes }, request);
  return { text: newMarkdownFile(content.report, sha256Hex, styleOf(deps, request, [content])) };
}
