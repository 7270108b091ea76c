import { changeCode, type CodeRecordChange } from '#core/annotations/codes-commands.ts';
import type { Project } from '#core/annotations/codes-record.ts';
import { DEFAULT_PROJECT } from '#core/annotations/codes-tree.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { FilledProject } from '#core/ipc/calls/project-calls.ts';
import { newSortingId, undoable, type SortingDeps } from '../codes/codes.ts';
import type { PackReports } from '../library-types.ts';
import { ensureStored, openContent, requireReport } from '../notes/reports.ts';
import { recordAction } from '../store/actions.ts';
import { listCodes } from '../store/code-table.ts';
import type { Connection } from '../store/connection.ts';
import { foldTag } from '../store/fold-tag.ts';
import { filedAt, filedReports, findProject, listProjectRows } from '../store/project-table.ts';
import type { UndoableChange } from '../store/undoable-change.ts';

export interface ProjectDeps extends SortingDeps {
  readonly packs: Pick<PackReports, 'open'>;
}

/** Every project with its reports. The first one has all of them, so it lists none. */
export function listProjects(connection: Connection): FilledProject[] {
  return connection.read(() => {
    const filed = filedReports(connection);
    return listProjectRows(connection).map((project) => ({
      ...project,
      reportIds: project.id === DEFAULT_PROJECT ? null : [...(filed.get(project.id) ?? [])],
    }));
  });
}

/** Makes a project without reports. Throws `project-name-taken`. */
export function addProject(deps: SortingDeps, name: string): Project {
  const { connection, now } = deps;
  return connection.write(() => {
    const projects = listProjectRows(connection);
    requireFreeName(projects, name, null);
    const after: Project = {
      id: newSortingId('j'),
      name,
      position: Math.max(...projects.map(({ position }) => position)) + 1,
      createdAt: now(),
      revision: 1,
    };
    record(deps, [{ kind: 'project', reportId: null, change: { id: after.id, before: null, after } }]);
    return after;
  });
}

/** Throws `project-unknown`, `project-changed` when the writer had not seen its revision, `project-name-taken`. */
export function renameProject(
  deps: SortingDeps,
  { id, revision, name }: { readonly id: string; readonly revision: number; readonly name: string },
): Project {
  const { connection } = deps;
  return connection.write(() => {
    const before = requireProject(connection, id);
    if (before.name === name) return before;
    if (before.revision !== revision) throw new ZhupiError('project-changed', { name: before.name });
    requireFreeName(listProjectRows(connection), name, id);
    const after = { ...before, name, revision: before.revision + 1 };
    record(deps, [{ kind: 'project', reportId: null, change: { id, before, after } }]);
    return after;
  });
}

/**
 * Deletes a project; its reports stay in the library, and its codes become codes of all projects (under a name
 * with a number, where theirs is taken). Throws `project-unknown`, `project-fixed` for the first one.
 */
export function deleteProject(deps: SortingDeps, id: string): void {
  const { connection } = deps;
  connection.write(() => {
    const before = requireProject(connection, id);
    if (id === DEFAULT_PROJECT) throw new ZhupiError('project-fixed', { name: before.name });
    const filings = connection
      .all<{ reportId: string }>('SELECT report_id AS reportId FROM project_report WHERE project_id = ?', id)
      .map(({ reportId }) => filing(id, reportId, filedAt(connection, id, reportId), null));
    record(deps, [
      ...freedCodes(connection, id).map(undoable),
      ...filings,
      { kind: 'project', reportId: null, change: { id, before, after: null } },
    ]);
  });
}

/**
 * Files reports in a project or takes them out; a report of a pack is copied into the library first. Answers how many that
 * changed. Throws `project-unknown`, `project-fixed` for the first one, which has every report, and `report-unknown`.
 */
export function fileReports(
  deps: ProjectDeps,
  {
    projectId,
    reportIds,
    isIn,
  }: { readonly projectId: string; readonly reportIds: readonly string[]; readonly isIn: boolean },
): { changed: number } {
  const { connection, packs } = deps;
  const now = deps.now();
  const ids = [...new Set(reportIds)];
  const fromPacks = ids.flatMap((id) =>
    requireReport(connection, packs, id) === 'pack' ? [openContent({ connection, packs }, id)] : [],
  );
  return connection.write(() => {
    const project = requireProject(connection, projectId);
    if (projectId === DEFAULT_PROJECT) throw new ZhupiError('project-fixed', { name: project.name });
    if (isIn) for (const content of fromPacks) ensureStored(connection, content, now);
    const changes = ids.flatMap((reportId): UndoableChange[] => {
      const at = filedAt(connection, projectId, reportId);
      if ((at !== null) === isIn) return [];
      return [filing(projectId, reportId, at, isIn ? now : null)];
    });
    record(deps, changes);
    return { changed: changes.length };
  });
}

function filing(
  projectId: string,
  reportId: string,
  before: number | null,
  after: number | null,
): UndoableChange {
  const at = (addedAt: number | null) => (addedAt === null ? null : { projectId, reportId, addedAt });
  const change = { id: `${projectId}/${reportId}`, before: at(before), after: at(after) };
  return { kind: 'project-report', reportId, change };
}

/** The codes of a project as codes of all projects, those at the top first. A name that is taken there gets a number. */
function freedCodes(connection: Connection, projectId: string): readonly CodeRecordChange[] {
  const codes = listCodes(connection);
  const own = codes.filter((code) => code.projectId === projectId && code.parentId === null);
  const nested = codes.filter(
    (code) =>
      code.projectId === projectId && code.parentId !== null && !own.some(({ id }) => id === code.parentId),
  );
  const taken = new Set(
    codes.filter((code) => code.projectId !== projectId).map(({ name }) => foldTag(name)),
  );
  let current = codes;
  const changes: CodeRecordChange[] = [];
  for (const code of [...own, ...nested]) {
    for (const change of changeCode(current, code.id, { projectId: null })) {
      if (change.after === null) continue;
      const after = { ...change.after, name: freeName(change.after.name, taken) };
      changes.push({ ...change, after });
      current = current.map((each) => (each.id === after.id ? after : each));
    }
  }
  return changes;
}

function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(foldTag(free)); number += 1) free = `${name} ${String(number)}`;
  taken.add(foldTag(free));
  return free;
}

function record({ connection, actor, now }: SortingDeps, changes: readonly UndoableChange[]): void {
  recordAction(connection, actor, now(), 'change-projects', changes);
}

function requireProject(connection: Connection, id: string): Project {
  const project = findProject(connection, id);
  if (project === null) throw new ZhupiError('project-unknown', { id });
  return project;
}

function requireFreeName(projects: readonly Project[], name: string, id: string | null): void {
  const fold = foldTag(name);
  const twin = projects.find((project) => project.id !== id && foldTag(project.name) === fold);
  if (twin !== undefined) throw new ZhupiError('project-name-taken', { name: twin.name });
}
