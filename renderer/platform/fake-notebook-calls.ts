import { bulkChange } from '#core/annotations/bulk-change.ts';
import {
  countByReport,
  countEntries,
  NO_FILTER,
  notebookCompare,
  notebookEntry,
  notebookTest,
} from '#core/annotations/notebook.ts';
import type { NotebookOrder } from '#core/annotations/notebook.ts';
import { BUILT_IN_CODES } from '#core/annotations/codes.ts';
import { isReportNote } from '#core/annotations/report-note.ts';
import type { Annotation } from '#core/annotations/record.ts';
import type { ZhupiApi } from '#core/ipc/api.ts';
import type { NotebookQuery } from '#core/ipc/calls/notebook-calls.ts';
import { shownSlice } from '#core/text/shown-slice.ts';
import type { FakeStore } from './fake-store.ts';
import type { FakeWorld } from './fake-world.ts';

type NotebookMethods = Pick<
  ZhupiApi,
  | 'notebook'
  | 'notebookRows'
  | 'notebookIds'
  | 'changeNotes'
  | 'cancelNotes'
  | 'noteHistory'
  | 'restoreNoteVersion'
  | 'listDeletedNotes'
  | 'restoreNotes'
>;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** The list of notes, bulk actions, the history of notes and their trash. */
export function fakeNotebookCalls(world: FakeWorld): NotebookMethods {
  const { answer, store } = world;
  const list = ({ filter, sort }: NotebookQuery) => {
    const reports = [...store.contents.keys()];
    const order: NotebookOrder = {
      rankOf: (reportId) => reports.indexOf(reportId),
      codeRank: (code) => BUILT_IN_CODES.findIndex((each) => each === code),
    };
    const passes = notebookTest(filter, fold);
    return store
      .notesOf(null)
      .map((note) => notebookEntry(note, quoteOf(world, note), fold))
      .filter(passes)
      .sort(notebookCompare(sort, order));
  };
  return {
    notebook: (query) =>
      answer('notebook', () => {
        const found = list(query);
        const scope = list({
          filter: { ...query.filter, ...emptied(), reportIds: query.filter.reportIds },
          sort: 'place',
        });
        const { codes, tags, states, kinds } = countEntries(scope);
        const groups = query.sort === 'place' ? countByReport(found) : [];
        return {
          all: scope.length,
          matching: found.length,
          groups: groups.map((group) => ({ ...group, title: titleOf(store, group.reportId) })),
          counts: { codes: [...codes], tags: [...tags], states: [...states], kinds: [...kinds] },
        };
      }),
    notebookRows: ({ offset, limit, ...query }) =>
      answer('notebookRows', () =>
        list(query)
          .slice(offset, offset + limit)
          .map(({ id, quote, reportId }) => {
            return { annotation: store.note(id), quote, title: titleOf(store, reportId) };
          }),
      ),
    notebookIds: ({ offset, limit, ...query }) =>
      answer('notebookIds', () =>
        list(query)
          .slice(offset, offset + limit)
          .map(({ id }) => id),
      ),
    ...fakeNoteActions(world),
  };
}

type NoteActionMethods = Pick<
  NotebookMethods,
  'changeNotes' | 'cancelNotes' | 'noteHistory' | 'restoreNoteVersion' | 'listDeletedNotes' | 'restoreNotes'
>;

/** Bulk actions, histories and the trash. */
function fakeNoteActions(world: FakeWorld): NoteActionMethods {
  const { answer, store, events } = world;
  const changed = (notes: readonly Annotation[]): void =>
    events.notesChanged.send({ reportIds: [...new Set(notes.map(({ reportId }) => reportId))] });
  return {
    changeNotes: ({ ids, change }) =>
      answer('changeNotes', () => {
        const context = {
          tagKey: fold,
          sureAnchor: ({ anchor }: Annotation) => anchor,
          now: Date.now(),
        };
        const steps = ids.flatMap((id) => bulkChange(store.note(id), change, context) ?? []);
        store.writeNotes('change-notes', steps);
        changed(steps.flatMap(({ after }) => after ?? []));
        return { changed: steps.length, cancelled: false };
      }),
    cancelNotes: () => answer('cancelNotes', () => ({})),
    noteHistory: ({ id }) => answer('noteHistory', () => store.versionsOf(id)),
    restoreNoteVersion: ({ id, seq }) =>
      answer('restoreNoteVersion', () => {
        const before = store.notes.get(id) ?? null;
        const wanted = store.versionsOf(id).find((version) => version.seq === seq)?.annotation;
        const after = { ...(wanted ?? store.note(id)), revision: (before?.revision ?? 0) + 1 };
        store.writeNotes('restore-note', [{ id, before, after }]);
        changed([after]);
        return after;
      }),
    listDeletedNotes: ({ limit }) =>
      answer('listDeletedNotes', () => {
        const deleted = store.deletedNotes();
        const notes = deleted.slice(0, limit).map(({ annotation, time }) => ({
          annotation,
          quote: quoteOf(world, annotation),
          title: titleOf(store, annotation.reportId),
          deletedAt: time,
          actor: 'window',
        }));
        return { total: deleted.length, notes };
      }),
    restoreNotes: ({ ids }) =>
      answer('restoreNotes', () => {
        const notes = store
          .deletedNotes()
          .map(({ annotation }) => annotation)
          .filter(({ id }) => ids.includes(id));
        const steps = notes.map((after) => ({ id: after.id, before: null, after }));
        store.writeNotes('restore-notes', steps);
        changed(notes);
        return notes;
      }),
  };
}

function titleOf(store: FakeStore, reportId: string): string {
  return store.contents.get(reportId)?.summary.title ?? '';
}

function emptied(): Omit<NotebookQuery['filter'], 'reportIds'> {
  return { text: NO_FILTER.text, codes: [], tags: [], states: [], kinds: [] };
}

function quoteOf({ store }: FakeWorld, note: Annotation): string {
  if (isReportNote(note)) return '';
  const content = store.contents.get(note.reportId);
  const { start, end, exact, suffix } = note.anchor;
  const slice = start === end ? suffix : exact;
  if (note.state === 'orphan' || content === undefined) return slice;
  return shownSlice(slice, start, content.shownEdits ?? content.edits).trim();
}
