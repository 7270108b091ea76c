import { BUILT_IN_CODES } from '#core/annotations/codes.ts';
import {
  applyCodeChanges,
  changeCode,
  createCode,
  moveCode,
  removeCode,
} from '#core/annotations/codes-commands.ts';
import type { Code } from '#core/annotations/codes-record.ts';
import { DEFAULT_PROJECT } from '#core/annotations/codes-tree.ts';
import type { Annotation } from '#core/annotations/record.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { ZhupiApi } from '#core/ipc/api.ts';
import type { FilledProject } from '#core/ipc/calls/project-calls.ts';
import type { FakeStore } from './fake-store.ts';
import type { FakeWorld } from './fake-world.ts';

/** Codes and projects of the fake library. */
export interface FakeSorting {
  readonly codes: readonly Code[];
  readonly projects: readonly FilledProject[];
}

/** What a new library has. */
export const FIRST_SORTING: FakeSorting = {
  codes: BUILT_IN_CODES.map((id, position) => ({
    ...{ id, name: '', color: id, parentId: null, projectId: null },
    ...{ position, builtIn: true, revision: 1 },
  })),
  projects: [
    { id: DEFAULT_PROJECT, name: '我的资料', position: 0, createdAt: 0, revision: 1, reportIds: null },
  ],
};

type CodeMethods = Pick<
  ZhupiApi,
  | 'listCodes'
  | 'createCode'
  | 'changeCode'
  | 'moveCode'
  | 'deleteCode'
  | 'countByCode'
  | 'countTags'
  | 'changeTags'
>;

/** Codes, tags, and how many notes have them. */
export function fakeCodeCalls(world: FakeWorld): CodeMethods {
  const { answer, store, events } = world;
  let made = 0;
  const write = (codes: readonly Code[], notes: Parameters<FakeStore['writeSorting']>[2] = []): void => {
    store.writeSorting('change-codes', { ...store.sorting, codes }, notes);
    events.codesChanged.send({});
  };
  const find = (id: string): Code => {
    const code = store.sorting.codes.find((each) => each.id === id);
    if (code === undefined) throw new ZhupiError('code-unknown', { id });
    return code;
  };
  const requireFree = (name: string, id: string): void => {
    const twin = store.sorting.codes.find((each) => each.id !== id && name !== '' && each.name === name);
    if (twin !== undefined) throw new ZhupiError('code-name-taken', { name });
  };
  const recoded = (change: (note: Annotation) => Annotation | null) =>
    store.notesOf(null).flatMap((before) => {
      const after = change(before);
      return after === null ? [] : [{ id: before.id, before, after }];
    });
  return {
    listCodes: () => answer('listCodes', () => [...store.sorting.codes]),
    createCode: (fields) =>
      answer('createCode', () => {
        made += 1;
        const id = `c${made.toString(36).padStart(16, '0')}`;
        requireFree(fields.name, id);
        const change = createCode(store.sorting.codes, { ...fields, id });
        write(applyCodeChanges(store.sorting.codes, [change]));
        return find(id);
      }),
    changeCode: ({ id, revision, change }) =>
      answer('changeCode', () => {
        const code = find(id);
        if (code.revision !== revision) throw new ZhupiError('code-changed', { name: code.name });
        requireFree(change.name ?? '', id);
        write(applyCodeChanges(store.sorting.codes, changeCode(store.sorting.codes, id, change)));
        return find(id);
      }),
    moveCode: ({ id, ...place }) =>
      answer('moveCode', () => {
        write(applyCodeChanges(store.sorting.codes, moveCode(store.sorting.codes, id, place)));
        return [...store.sorting.codes];
      }),
    deleteCode: ({ id, moveTo }) =>
      answer('deleteCode', () => {
        const notes = recoded((note) => (note.code === id ? { ...note, code: moveTo } : null));
        write(applyCodeChanges(store.sorting.codes, removeCode(store.sorting.codes, id)), notes);
        events.notesChanged.send({ reportIds: notes.map(({ after }) => after.reportId) });
        return { notes: notes.length };
      }),
    countByCode: ({ projectId }) =>
      answer('countByCode', () => {
        const project = store.sorting.projects.find((each) => each.id === projectId);
        const counts = new Map<string, { reportId: string; code: string; notes: number }>();
        for (const { reportId, code } of store.notesOf(null)) {
          if (project?.reportIds?.includes(reportId) === false) continue;
          const key = `${reportId} ${code}`;
          counts.set(key, { reportId, code, notes: (counts.get(key)?.notes ?? 0) + 1 });
        }
        return [...counts.values()];
      }),
    countTags: () => answer('countTags', () => tagCounts(store)),
    changeTags: ({ tags, to }) =>
      answer('changeTags', () => {
        const notes = store.notesOf(null).flatMap((before) => {
          if (!before.tags.some((tag) => tags.includes(tag))) return [];
          const kept = before.tags.flatMap((tag) => (tags.includes(tag) ? (to ?? []) : tag));
          return [{ id: before.id, before, after: { ...before, tags: [...new Set(kept)] } }];
        });
        store.writeNotes('change-tags', notes);
        events.notesChanged.send({ reportIds: notes.map(({ after }) => after.reportId) });
        return { notes: notes.length };
      }),
  };
}

function tagCounts(store: FakeStore): { name: string; notes: number }[] {
  const counts = new Map<string, number>();
  for (const { tags } of store.notesOf(null)) {
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].map(([name, notes]) => ({ name, notes })).sort((a, b) => b.notes - a.notes);
}
