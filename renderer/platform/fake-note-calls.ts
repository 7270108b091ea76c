import { keepCopy } from '#core/annotations/commands.ts';
import { ANNOTATION_SCHEMA_VERSION } from '#core/annotations/record.ts';
import type { Annotation } from '#core/annotations/record.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { ZhupiApi } from '#core/ipc/api.ts';
import type { FakeStore } from './fake-store.ts';
import type { FakeWorld } from './fake-world.ts';

type NoteMethods = Pick<
  ZhupiApi,
  'listNotes' | 'createNote' | 'changeNote' | 'deleteNotes' | 'listTags' | 'undo' | 'redo' | 'historyState'
>;

/** Notes and their history. */
export function fakeNoteCalls(world: FakeWorld): NoteMethods {
  const { answer, store, events } = world;
  const changed = (reportIds: readonly string[]): void =>
    events.notesChanged.send({ reportIds: [...reportIds] });
  return {
    listNotes: ({ reportId }) => answer('listNotes', () => store.notesOf(reportId)),
    createNote: (made) =>
      answer('createNote', () => {
        world.notesMade += 1;
        const note = newNote(store, made, world.notesMade);
        store.writeNotes('create-note', [{ id: note.id, before: null, after: note }]);
        changed([note.reportId]);
        return note;
      }),
    changeNote: ({ id, revision, change }) =>
      answer('changeNote', () => {
        const before = store.note(id);
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
        if (before.revision !== revision) {
          world.notesMade += 1;
          const copyId = `n${world.notesMade.toString(36).padStart(16, '0')}`;
          const kept = keepCopy(before, given, copyId, Date.now());
          if (kept !== null) store.writeNotes('create-note', [kept]);
          changed([before.reportId]);
          return { annotation: before, keptCopy: kept?.after ?? null };
        }
        const after = { ...before, ...given, revision: revision + 1, updatedAt: Date.now() };
        store.writeNotes('change-note', [{ id, before, after }]);
        changed([before.reportId]);
        return { annotation: after, keptCopy: null };
      }),
    deleteNotes: ({ ids }) =>
      answer('deleteNotes', () => {
        const notes = ids.map((id) => store.note(id));
        const steps = notes.map((before) => ({ id: before.id, before, after: null }));
        store.writeNotes('delete-notes', steps);
        changed(notes.map(({ reportId }) => reportId));
        return { cancelled: false };
      }),
    listTags: () =>
      answer('listTags', () => [...new Set(store.notesOf(null).flatMap(({ tags }) => tags))].sort()),
    undo: () =>
      answer('undo', () => {
        const undone = store.undo();
        events.savedSearchesChanged.send({});
        events.scriptRulesChanged.send({});
        events.libraryChanged.send({});
        events.codesChanged.send({});
        changed(undone.reportIds);
        return undone;
      }),
    redo: () =>
      answer('redo', () => {
        const redone = store.redo();
        events.savedSearchesChanged.send({});
        events.scriptRulesChanged.send({});
        events.libraryChanged.send({});
        events.codesChanged.send({});
        changed(redone.reportIds);
        return redone;
      }),
    historyState: () => answer('historyState', () => store.history()),
  };
}

type NewNote = Parameters<ZhupiApi['createNote']>[0];

export function newNote(store: FakeStore, made: NewNote, serial: number): Annotation {
  const { source, sourceHash } = store.content(made.reportId);
  const { start, end, reportId, kind, code, note } = made;
  if (start > end || end > source.length) throw new ZhupiError('range-invalid', { start, end });
  const now = Date.now();
  return {
    schemaVersion: ANNOTATION_SCHEMA_VERSION,
    id: `n${serial.toString(36).padStart(16, '0')}`,
    reportId,
    kind,
    code,
    anchor: {
      start,
      end,
      exact: source.slice(start, end),
      prefix: source.slice(Math.max(0, start - 32), start),
      suffix: source.slice(end, end + 32),
      sourceHash,
    },
    state: 'exact',
    note,
    tags: [...made.tags],
    createdAt: now,
    updatedAt: now,
    revision: 1,
  };
}
