import type { MatrixCell } from '#core/annotations/codes-matrix.ts';
import { DEFAULT_PROJECT } from '#core/annotations/codes-tree.ts';
import type { Connection } from '../store/connection.ts';

/** How many notes out of the trash each report of a project has of each code; null = of all reports. */
export function countByCode(connection: Connection, projectId: string | null): MatrixCell[] {
  const isAll = projectId === null || projectId === DEFAULT_PROJECT;
  return [
    ...connection.all<MatrixCell>(
      `SELECT report_id AS reportId, code, count(*) AS notes FROM annotation
         JOIN report ON report.id = report_id
       WHERE deleted_at IS NULL
         AND (? OR EXISTS (SELECT 1 FROM project_report
                           WHERE project_report.report_id = annotation.report_id AND project_id = ?))
       GROUP BY report_id, code ORDER BY report_id, code`,
      isAll ? 1 : 0,
      projectId ?? '',
    ),
  ];
}
