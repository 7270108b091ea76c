import fc from 'fast-check';
import { test } from 'vitest';
import type { Annotation } from '#core/annotations/record.ts';
import { expectStackOfStates, type UndoableWorld } from '../store/fixtures/stack-of-states.ts';
import { openTestLibrary, type TestLibrary } from '../store/fixtures/test-library.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';

type Action =
  | { readonly do: 'create'; readonly report: number; readonly note: string }
  | { readonly do: 'change'; readonly pick: number; readonly note: string; readonly tags: readonly string[] }
  | { readonly do: 'delete'; readonly picks: readonly number[] }
  | {
      readonly do: 'bulk';
      readonly picks: readonly number[];
      readonly code: string | undefined;
      readonly add: readonly string[];
      readonly remove: readonly string[];
    }
  | { readonly do: 'take-back'; readonly picks: readonly number[] }
  | { readonly do: 'version'; readonly pick: number; readonly version: number }
  | { readonly do: 'trash'; readonly report: number }
  | { readonly do: 'restore'; readonly report: number };
type Step = Action | { readonly do: 'undo' } | { readonly do: 'redo' } | { readonly do: 'reopen' };

const words = fc.constantFrom('', '目标', 'a\0b', '\ud800', '措施', '𠮷');
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('create' as const), report: fc.nat(1), note: words }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      pick: fc.nat(),
      note: words,
      tags: fc.array(fc.constantFrom('目标', 'GDP', 'gdp'), { maxLength: 2 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('delete' as const),
      picks: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('bulk' as const),
      picks: fc.array(fc.nat(), { minLength: 1, maxLength: 6 }),
      code: fc.constantFrom('red', 'blue', undefined),
      add: fc.array(fc.constantFrom('目标', 'gdp'), { maxLength: 2 }),
      remove: fc.array(fc.constantFrom('GDP', '目標'), { maxLength: 1 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('take-back' as const),
      picks: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('version' as const), pick: fc.nat(), version: fc.nat() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('trash' as const, 'restore' as const), report: fc.nat(1) }),
  },
  { weight: 6, arbitrary: fc.constantFrom({ do: 'undo' as const }, { do: 'redo' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const) }) },
);

/** All that a user sees: notes without what undo may raise, and the trash. */
async function seen(library: TestLibrary): Promise<string> {
  const notes = (await library.listNotes({ reportId: null })) as readonly Annotation[];
  const content = notes.map(({ id, reportId, note, tags, anchor, code }) => ({
    id,
    reportId,
    note,
    tags,
    anchor,
    code,
  }));
  const trash = (await library.listTrash({})).map(({ reportId, notes: count }) => [reportId, count]);
  return JSON.stringify([content.sort((a, b) => (a.id < b.id ? -1 : 1)), trash.sort()]);
}

/** Does an action, where it can be done now. */
async function act(library: TestLibrary, reports: readonly string[], todo: Action): Promise<void> {
  const notes = (await library.listNotes({ reportId: null })) as readonly Annotation[];
  const pick = (at: number): Annotation | undefined => notes[at % Math.max(1, notes.length)];
  const live = new Set((await library.listReports({})).map((report) => report.reportId));
  switch (todo.do) {
    case 'create': {
      const reportId = reports[todo.report] ?? '';
      const rest = { start: 1, end: 3, kind: 'highlight', code: 'red', note: todo.note, tags: [] } as const;
      if (live.has(reportId)) await library.createNote({ reportId, ...rest, tags: [] });
      return;
    }
    case 'change': {
      const note = pick(todo.pick);
      if (note === undefined) return;
      const change = { note: todo.note, tags: [...todo.tags] };
      await library.changeNote({ id: note.id, revision: note.revision, change });
      return;
    }
    case 'delete': {
      const ids = todo.picks.flatMap((at) => pick(at)?.id ?? []);
      if (ids.length > 0) await library.deleteNotes({ ids });
      return;
    }
    case 'bulk': {
      const ids = todo.picks.flatMap((at) => pick(at)?.id ?? []);
      const tags = { addTags: [...todo.add], removeTags: [...todo.remove] };
      if (ids.length > 0) await library.changeNotes({ ids, change: { code: todo.code, ...tags } });
      return;
    }
    case 'take-back': {
      const { notes: deleted } = await library.listDeletedNotes({ limit: 100 });
      const ids = todo.picks.flatMap((at) => deleted[at % Math.max(1, deleted.length)]?.annotation.id ?? []);
      if (ids.length > 0) await library.restoreNotes({ ids });
      return;
    }
    case 'version': {
      const note = pick(todo.pick);
      if (note === undefined) return;
      const versions = await library.noteHistory({ id: note.id });
      const version = versions[todo.version % versions.length];
      if (version !== undefined) await library.restoreNoteVersion({ id: note.id, seq: version.seq });
      return;
    }
    case 'trash':
      if (live.has(reports[todo.report] ?? '')) {
        await library.deleteReports({ reportIds: [reports[todo.report] ?? ''] });
      }
      return;
    case 'restore':
      await library.restoreReports({ reportIds: [reports[todo.report] ?? ''] });
  }
}

test(
  'any sequence of actions, undo, redo and restarts agrees with a stack of states',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const dataDir = temporaryFolder();
        let library = await openTestLibrary(dataDir);
        const reports = [await library.addReport('第一个报告'), await library.addReport('第二个报告')];
        const run: UndoableWorld<Step> = {
          library: () => library,
          reopen: async () => {
            library = await openTestLibrary(dataDir);
          },
          seen: () => seen(library),
          // Nothing that is asked for here may be refused.
          meaningOf: (todo) =>
            todo.do === 'undo' || todo.do === 'redo' || todo.do === 'reopen'
              ? todo.do
              : () => act(library, reports, todo),
        };
        await expectStackOfStates(run, steps);
      }),
      { numRuns: 30 },
    );
  },
);
