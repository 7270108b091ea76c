import { codeMatrix } from '#core/annotations/codes-matrix.ts';
import { labelOfCode } from '#core/annotations/codes-names.ts';
import { codesOfProject, DEFAULT_PROJECT, inTreeOrder } from '#core/annotations/codes-tree.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import { writeCodesTable } from '#core/export/codes-table.ts';
import type { Library } from '#services/library-types.ts';
import type { Command, CommandContext } from '../command.ts';
import { sameFold } from '../folded-match.ts';

/** `zhupi codes` */
export const codesCommand: Command = {
  name: 'codes',
  summary: 'list the codes, or count them in each report',
  usage: '[--matrix]',
  example: 'zhupi codes --matrix > codes.csv',
  needs: [],
  most: 0,
  options: {
    matrix: { kind: 'flag', help: 'a table of codes and reports, as CSV' },
    project: { kind: 'value', value: 'PROJECT', help: 'only of this project, by its name or id' },
  },
  run: async (context) => {
    const opened = await context.library();
    const projectId = await findProject(context, opened);
    const all = await opened.listCodes({});
    const codes = inTreeOrder(projectId === DEFAULT_PROJECT ? all : codesOfProject(all, projectId));
    const cells = await opened.countByCode({ projectId });
    const nameOf = (id: string): string => labelOfCode(all, id, context.locale);
    if (!context.flag('matrix')) {
      for (const { code, depth } of codes) {
        const notes = cells.reduce((sum, cell) => (cell.code === code.id ? sum + cell.notes : sum), 0);
        const { id, name, color, parentId, projectId: project } = code;
        if (context.json) context.answer({ id, name, color, parentId, projectId: project, notes });
        else context.say([id, `${depth === 0 ? '' : '  '}${nameOf(id)}`, color, String(notes)].join('\t'));
      }
      return 0;
    }
    const reports = await opened.listReports({});
    const ids = reports.map(({ reportId }) => reportId);
    const matrix = codeMatrix(
      codes.map(({ code }) => code.id),
      ids,
      cells,
    );
    const titles = new Map(reports.map((report) => [report.reportId, report]));
    if (context.json) {
      context.answer({
        columns: matrix.columns.map((id) => ({ id, name: nameOf(id) })),
        rows: matrix.rows.map((row) => ({ title: titles.get(row.reportId)?.title ?? '', ...row })),
        totals: matrix.totals,
        total: matrix.total,
      });
    } else {
      context.io.write(writeCodesTable(matrix, nameOf, (reportId) => titles.get(reportId)));
    }
    return 0;
  },
};

/** The project asked for; the first one, which has every report, unless said. Throws `project-unknown`. */
async function findProject({ option }: CommandContext, library: Library): Promise<string> {
  const word = option('project');
  if (word === undefined) return DEFAULT_PROJECT;
  const isName = await sameFold(word);
  const project = (await library.listProjects({})).find(({ id, name }) => id === word || isName(name));
  if (project === undefined) throw new ZhupiError('project-unknown', { id: word });
  return project.id;
}
