import * as fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { Annotation } from '#core/annotations/record.ts';
import { addNote, editNote, removeNotes, type NotesDeps } from '../notes/notes.ts';
import { listAnnotations } from '../store/annotation-table.ts';
import { openConnection, type Connection } from '../store/connection.ts';
import { newReport } from '../store/fixtures/new-report.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';
import { insertReport } from '../store/insert-report.ts';
import { openStore, type Store } from '../store/open-store.ts';
import { mergeLibraries, type Merged } from './merge-libraries.ts';

let clock = Date.UTC(2026, 0, 2);
const now = (): number => (clock += 1000);

const depsOf = (connection: Connection): NotesDeps => {
  return { connection, packs: { open: () => undefined }, actor: 'window', now };
};

/** What a user does on one machine; `at` chooses among the notes that are there. */
const step = fc.oneof(
  fc.record({
    kind: fc.constant('add' as const),
    at: fc.nat(20),
    tag: fc.constantFrom('目标', '目標', '措施'),
  }),
  fc.record({ kind: fc.constant('edit' as const), at: fc.nat(20), tag: fc.constantFrom('目标', '数据') }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(20), tag: fc.constant('') }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;
const steps = fc.array(step, { maxLength: 6 });

let folder: string;
/** Two reports, three notes, as the backup has them that both machines began with. */
let base: string;
let empty: string;
let reportIds: readonly string[];
let files = 0;

async function make(name: string, work: (store: Store) => void): Promise<string> {
  const store = await openStore({ dataDir: path.join(folder, name), now });
  work(store);
  await store.close();
  return path.join(folder, name, 'zhupi.db');
}

beforeEach(async () => {
  folder = temporaryFolder();
  empty = await make('empty', () => undefined);
  base = await make('base', (store) => {
    reportIds = ['一', '二'].map((name) => {
      const report = newReport(`${name}${'教育强国'.repeat(30)}`);
      return insertReport(store.connection, store.originals, report, now())?.reportId ?? '';
    });
    for (let count = 0; count < 3; count += 1) add(store.connection, `共有${String(count)}`, count, '目标');
  });
});

function add(connection: Connection, words: string, at: number, tag: string): void {
  const reportId = reportIds[at % reportIds.length] ?? '';
  const place = { reportId, start: at, end: at + 4, kind: 'highlight', code: 'red' } as const;
  addNote(depsOf(connection), { ...place, note: words, tags: [tag] });
}

const notesOf = (connection: Connection): readonly Annotation[] => listAnnotations(connection, null);

function copyOf(file: string): Connection {
  files += 1;
  const copy = path.join(folder, `${String(files)}.db`);
  fs.copyFileSync(file, copy);
  return openConnection(copy);
}

/** A machine that began with the base; each of its words is its own. */
function machine(name: string, done: readonly Step[]): Connection {
  const connection = copyOf(base);
  done.forEach(({ kind, at, tag }, count) => {
    const notes = notesOf(connection);
    const note = notes[at % Math.max(1, notes.length)];
    const words = `${name}${String(count)}`;
    if (kind === 'add') add(connection, words, at, tag);
    else if (note !== undefined && kind === 'edit') {
      const change = { note: words, tags: [tag] };
      editNote(depsOf(connection), { id: note.id, revision: note.revision, change });
    } else if (note !== undefined) removeNotes(depsOf(connection), [note.id]);
  });
  return connection;
}

const merge = (ours: Connection, theirs: Connection): Merged =>
  ours.write(() => mergeLibraries({ ours, theirs, actor: 'window', now: now(), placeByText: () => [] }));

/** What notes say, by id; revisions and the spelling of tags are each library's own. */
const said = (connection: Connection): readonly string[] =>
  notesOf(connection)
    .map(({ id, note, reportId, anchor, tags }) => {
      const folded = tags.map((tag) => tag.replaceAll('標', '标')).sort();
      return JSON.stringify([id, note, reportId, anchor.start, folded]);
    })
    .sort();

test('a merge loses no words of either side, and doing it again changes nothing', () => {
  fc.assert(
    fc.property(steps, steps, (one, two) => {
      const [ours, theirs] = [machine('甲', one), machine('乙', two)];
      const [mine, others] = [notesOf(ours), notesOf(theirs)];
      merge(ours, theirs);
      const words = new Set(notesOf(ours).map(({ note }) => note));
      // What both began with may have been written anew on one side; nothing else may go.
      const isOwn = ({ note }: Annotation): boolean => !note.startsWith('共有');
      expect([...mine, ...others].filter(isOwn).filter(({ note }) => !words.has(note))).toEqual([]);
      const ids = new Set(notesOf(ours).map(({ id }) => id));
      expect([...mine, ...others].filter(({ id }) => !ids.has(id))).toEqual([]);
      const before = said(ours);
      const again = merge(ours, theirs);
      const { kept, ...changed } = again.notes;
      expect(changed).toEqual({ added: 0, back: 0, updated: 0, both: 0 });
      expect(kept).toBe(others.length);
      expect(said(ours)).toEqual(before);
      for (const connection of [ours, theirs]) connection.close();
    }),
    { numRuns: Number(process.env['ZHUPI_FUZZ_RUNS'] ?? '') || 40 },
  );
});

test('two archives give the same notes in either order, into a library that has some of them or none', () => {
  fc.assert(
    fc.property(steps, steps, fc.boolean(), (one, two, isEmpty) => {
      const [first, second] = [machine('甲', one), machine('乙', two)];
      const [left, right] = [copyOf(isEmpty ? empty : base), copyOf(isEmpty ? empty : base)];
      merge(left, first);
      merge(left, second);
      merge(right, second);
      merge(right, first);
      expect(said(left)).toEqual(said(right));
      for (const connection of [first, second, left, right]) connection.close();
    }),
    { numRuns: Number(process.env['ZHUPI_FUZZ_RUNS'] ?? '') || 40 },
  );
});
