import { describe, expect, test } from 'vitest';
import { changeNote, createNote, keepCopy, reapplyNoteChange, removeNote, sameContent } from './commands.ts';
import { migrateAnnotation } from './migrate-record.ts';
import { annotationSchema } from './record.ts';
import { inverse } from './record-change.ts';

const made = createNote({
  id: 'naaaaaaaaaaaaaaaa',
  reportId: 'r1',
  kind: 'highlight',
  code: 'red',
  anchor: { start: 2, end: 4, exact: '教育', prefix: '办好', suffix: '。', sourceHash: 'ab' },
  note: '',
  tags: ['目标'],
  now: 10,
});
const note = made.after;

describe('commands', () => {
  test('a new note satisfies the record schema at revision 1', () => {
    expect(annotationSchema.parse(note)).toEqual(note);
    expect(note).toMatchObject({ revision: 1, createdAt: 10, updatedAt: 10, state: 'exact' });
  });

  test('a change raises the revision, touches nothing else, and is null when it changes nothing', () => {
    const changed = changeNote(note, { code: 'blue' }, 20);
    expect(changed?.after).toEqual({ ...note, code: 'blue', revision: 2, updatedAt: 20 });
    expect(changeNote(note, { code: 'red', note: '', tags: ['目标'] }, 20)).toBeNull();
    expect(changeNote(note, { note: undefined }, 20)).toBeNull();
  });

  test('a copy has the words of its writer, the place of the note and an id of its own', () => {
    const copy = keepCopy(
      { ...note, note: 'theirs', revision: 7 },
      { note: 'mine' },
      'nbbbbbbbbbbbbbbbb',
      30,
    );
    expect(copy?.after).toEqual({
      ...note,
      id: 'nbbbbbbbbbbbbbbbb',
      note: 'mine',
      createdAt: 30,
      updatedAt: 30,
    });
    expect(keepCopy(note, { note: '' }, 'nbbbbbbbbbbbbbbbb', 30)).toBeNull();
  });
});

describe('reapplying', () => {
  test('an inverse gives the old content a new revision', () => {
    const change = changeNote(note, { note: 'x' }, 20);
    if (change === null) throw new Error('the change changed nothing');
    const undone = reapplyNoteChange(inverse(change), change.after, 2, 30);
    expect(undone).toEqual({
      id: note.id,
      before: change.after,
      after: { ...note, revision: 3, updatedAt: 30 },
    });
  });

  test('is superseded when the record is another, gone, or there again', () => {
    const removal = removeNote(note);
    expect(reapplyNoteChange(removal, { ...note, code: 'blue' }, 2, 30)).toBe('superseded');
    expect(reapplyNoteChange(removal, null, 2, 30)).toBe('superseded');
    expect(reapplyNoteChange(inverse(removal), note, 2, 30)).toBe('superseded');
    expect(reapplyNoteChange(removal, { ...note, revision: 9, updatedAt: 99 }, 9, 30)).toMatchObject({
      after: null,
    });
  });
});

test('content is compared field by field, absent records by identity', () => {
  expect(sameContent(null, null)).toBe(true);
  expect(sameContent(note, null)).toBe(false);
  expect(sameContent(note, { ...note, anchor: { ...note.anchor, start: 1 } })).toBe(false);
  expect(sameContent(note, { ...note, tags: [] })).toBe(false);
});

test('a record of this version passes migration unchanged; others are refused', () => {
  expect(migrateAnnotation(JSON.parse(JSON.stringify(note)))).toEqual(note);
  expect(() => migrateAnnotation({ ...note, schemaVersion: 2 })).toThrow();
  expect(() => migrateAnnotation({ ...note, schemaVersion: undefined })).toThrow();
  expect(() => migrateAnnotation('text')).toThrow();
});
