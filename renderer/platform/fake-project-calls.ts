import { changeCode, applyCodeChanges } from '#core/annotations/codes-commands.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { ZhupiApi } from '#core/ipc/api.ts';
import type { FilledProject } from '#core/ipc/calls/project-calls.ts';
import type { FakeWorld } from './fake-world.ts';

type ProjectMethods = Pick<
  ZhupiApi,
  | 'listProjects'
  | 'createProject'
  | 'renameProject'
  | 'deleteProject'
  | 'fileReports'
  | 'saveCodeTableWithDialog'
>;

/** Projects, and the reports that are filed in them. */
export function fakeProjectCalls(world: FakeWorld): ProjectMethods {
  const { answer, store, events } = world;
  let made = 0;
  const write = (projects: readonly FilledProject[], codes = store.sorting.codes): void => {
    store.writeSorting('change-projects', { projects, codes });
    events.codesChanged.send({});
  };
  const find = (id: string): FilledProject => {
    const project = store.sorting.projects.find((each) => each.id === id);
    if (project === undefined) throw new ZhupiError('project-unknown', { id });
    return project;
  };
  const replace = (project: FilledProject): void =>
    write(store.sorting.projects.map((each) => (each.id === project.id ? project : each)));
  return {
    listProjects: () =>
      answer('listProjects', () => store.sorting.projects.map((project) => ({ ...project }))),
    createProject: ({ name }) =>
      answer('createProject', () => {
        if (store.sorting.projects.some((each) => each.name === name)) {
          throw new ZhupiError('project-name-taken', { name });
        }
        made += 1;
        const position = store.sorting.projects.length;
        const id = `j${made.toString(36).padStart(16, '0')}`;
        const project = { id, name, position, createdAt: 0, revision: 1 };
        write([...store.sorting.projects, { ...project, reportIds: [] }]);
        return project;
      }),
    renameProject: ({ id, name }) =>
      answer('renameProject', () => {
        const project = find(id);
        const renamed = { ...project, name, revision: project.revision + 1 };
        replace(renamed);
        return renamed;
      }),
    deleteProject: ({ id }) =>
      answer('deleteProject', () => {
        let { codes } = store.sorting;
        for (const code of codes) {
          if (code.projectId === id) {
            codes = applyCodeChanges(codes, changeCode(codes, code.id, { projectId: null }));
          }
        }
        write(
          store.sorting.projects.filter((each) => each.id !== find(id).id),
          codes,
        );
        return {};
      }),
    fileReports: ({ projectId, reportIds, isIn }) =>
      answer('fileReports', () => {
        const project = find(projectId);
        if (project.reportIds === null) throw new ZhupiError('project-fixed', { name: project.name });
        const filed = new Set(project.reportIds);
        const changed = reportIds.filter((id) => filed.has(id) !== isIn);
        const others = project.reportIds.filter((id) => !changed.includes(id));
        if (changed.length > 0) replace({ ...project, reportIds: isIn ? [...filed, ...changed] : others });
        return { changed: changed.length };
      }),
    saveCodeTableWithDialog: ({ projectId }) =>
      answer('saveCodeTableWithDialog', () => ({ path: `/fake/${find(projectId).name}.csv` })),
  };
}
