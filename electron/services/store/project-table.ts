import type { Project } from '#core/annotations/codes-record.ts';
import type { Connection } from './connection.ts';
import { decodeText, encodeText } from './wtf8.ts';

interface ProjectRow {
  readonly id: string;
  readonly name: Uint8Array;
  readonly position: number;
  readonly created_at: number;
  readonly revision: number;
}

const COLUMNS = 'id, name, position, created_at, revision';

/** Every project, by position. */
export function listProjectRows(connection: Connection): Project[] {
  return connection.all<ProjectRow>(`SELECT ${COLUMNS} FROM project ORDER BY position, id`).map(fromRow);
}

/** A project by its id. */
export function findProject(connection: Connection, id: string): Project | null {
  const row = connection.get<ProjectRow>(`SELECT ${COLUMNS} FROM project WHERE id = ?`, id);
  return row === undefined ? null : fromRow(row);
}

/** Makes a project, or changes what its record holds; its vault folder stays as it is. */
export function saveProject(connection: Connection, project: Project): void {
  connection.run(
    `INSERT INTO project (id, name, position, created_at, revision) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, position = excluded.position,
       created_at = excluded.created_at, revision = excluded.revision`,
    project.id,
    encodeText(project.name),
    project.position,
    project.createdAt,
    project.revision,
  );
}

/** Takes a project away. Its reports stay in the library; its codes must have left it. */
export function removeProjectRow(connection: Connection, id: string): void {
  connection.run('DELETE FROM project WHERE id = ?', id);
}

/** The reports out of the trash that are filed in each project. */
export function filedReports(connection: Connection): ReadonlyMap<string, readonly string[]> {
  const rows = connection.all<{ projectId: string; reportId: string }>(
    `SELECT project_id AS projectId, report_id AS reportId FROM project_report JOIN report ON report.id = report_id
     WHERE deleted_at IS NULL ORDER BY project_id, added_at, report_id`,
  );
  const filed = new Map<string, string[]>();
  for (const { projectId, reportId } of rows) {
    const reports = filed.get(projectId);
    if (reports === undefined) filed.set(projectId, [reportId]);
    else reports.push(reportId);
  }
  return filed;
}

/** When a report was filed in a project (milliseconds since 1970); null when it is not. */
export function filedAt(connection: Connection, projectId: string, reportId: string): number | null {
  const row = connection.get<{ at: number }>(
    'SELECT added_at AS at FROM project_report WHERE project_id = ? AND report_id = ?',
    projectId,
    reportId,
  );
  return row?.at ?? null;
}

/** Files a report in a project, or, without a time, takes it out. */
export function setFiled(
  connection: Connection,
  projectId: string,
  reportId: string,
  addedAt: number | null,
): void {
  if (addedAt === null) {
    connection.run('DELETE FROM project_report WHERE project_id = ? AND report_id = ?', projectId, reportId);
    return;
  }
  connection.run(
    'INSERT OR REPLACE INTO project_report (project_id, report_id, added_at) VALUES (?, ?, ?)',
    projectId,
    reportId,
    addedAt,
  );
}

function fromRow(row: ProjectRow): Project {
  return {
    id: row.id,
    name: decodeText(row.name),
    position: row.position,
    createdAt: row.created_at,
    revision: row.revision,
  };
}
