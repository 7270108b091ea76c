import type { Library } from '../library-types.ts';
import {
  addProject,
  deleteProject,
  fileReports,
  listProjects,
  renameProject,
  type ProjectDeps,
} from '../projects/projects.ts';
import { listCodes } from '../store/code-table.ts';
import { countTags } from '../store/tags.ts';
import { changeTags } from './change-tags.ts';
import type { CodeTableDeps } from './code-table.ts';
import { addCode, deleteCode, editCode, putCode } from './codes.ts';
import { countByCode } from './count-by-code.ts';

interface SortingCallsDeps extends ProjectDeps, CodeTableDeps {}

/** The calls of codes, tags and projects; `changed` is called behind each that writes. */
export function sortingCalls(deps: SortingCallsDeps, changed: () => void) {
  const { connection } = deps;
  const told = <T>(answer: T): T => {
    changed();
    return answer;
  };
  return {
    listCodes: () => listCodes(connection),
    createCode: (request) => told(addCode(deps, request)),
    changeCode: (request) => told(editCode(deps, request)),
    moveCode: (request) => told(putCode(deps, request)),
    deleteCode: (request) => told(deleteCode(deps, request)),
    countByCode: ({ projectId }) => countByCode(connection, projectId),
    countTags: () => countTags(connection),
    changeTags: (request) => told(changeTags(deps, request)),
    listProjects: () => listProjects(connection),
    createProject: ({ name }) => told(addProject(deps, name)),
    renameProject: (request) => told(renameProject(deps, request)),
    deleteProject: ({ id }) => {
      deleteProject(deps, id);
      return told({});
    },
    fileReports: (request) => told(fileReports(deps, request)),
    writeCodeTable: async (request) => {
      const { writeCodeTable } = await import('./code-table.ts');
      return writeCodeTable(deps, request);
    },
  } satisfies Partial<Library>;
}
