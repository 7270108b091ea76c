import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Annotation } from '#core/annotations/record.ts';
import { actOrRefuse, expectStackOfStates, type UndoableWorld } from '../store/fixtures/stack-of-states.ts';
import { openTestLibrary, type TestLibrary } from '../store/fixtures/test-library.ts';
import { temporaryFolder } from '../store/fixtures/temporary-folder.ts';

const KINDS = ['code', 'change', 'move', 'uncode', 'note', 'tags', 'project', 'unproject', 'file'] as const;
type Kind = (typeof KINDS)[number];
interface Step {
  readonly kind: Kind | 'undo' | 'redo' | 'reopen';
  readonly a: number;
  readonly b: number;
  readonly word: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...KINDS) },
    { weight: 4, arbitrary: fc.constantFrom('undo' as const, 'redo' as const) },
    { weight: 1, arbitrary: fc.constant('reopen' as const) },
  ),
  a: fc.nat(9),
  b: fc.nat(9),
  word: fc.constantFrom('目标', '目標', '措施', 'GDP', 'gdp', '𠮷\ud800'),
});

function withoutRevision<T extends object>(record: T): Omit<T, 'revision'> {
  const entries = Object.entries(record).filter(([name]) => name !== 'revision');
  return Object.fromEntries(entries) as Omit<T, 'revision'>;
}

/** All that a user sees of codes, projects, notes and tags; revisions and times of change left out. */
async function seen(library: TestLibrary): Promise<string> {
  const codes = (await library.listCodes({})).map(withoutRevision);
  const projects = (await library.listProjects({})).map(withoutRevision);
  const notes = await library.listNotes({ reportId: null });
  const about = notes.map(({ id, code, tags }) => [id, code, tags]);
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
  return JSON.stringify([codes.sort(byId), projects, about, await library.listTags({})]);
}

/** Does an action where it can be done now; what is refused changes nothing. */
async function act(
  library: TestLibrary,
  reportIds: readonly string[],
  { kind, a, b, word }: Step,
): Promise<void> {
  const codes = await library.listCodes({});
  const projects = await library.listProjects({});
  const code = codes[a % codes.length];
  const other = codes[b % codes.length]?.id ?? '';
  const project = projects[b % projects.length]?.id ?? '';
  const scope = project === 'default' ? null : project;
  const reportId = reportIds[a % reportIds.length] ?? '';
  switch (kind) {
    case 'code':
      await library.createCode({
        name: word,
        color: 'olive',
        parentId: a > 5 ? other : null,
        projectId: scope,
      });
      return;
    case 'change': {
      const change = { name: word, ...(a > 5 ? { projectId: scope } : {}) };
      await library.changeCode({ id: code?.id ?? '', revision: code?.revision ?? 1, change });
      return;
    }
    case 'move': {
      const place = { parentId: b > 5 ? other : null, beforeId: b % 2 === 0 ? other : null };
      await library.moveCode({ id: code?.id ?? '', ...place });
      return;
    }
    case 'uncode':
      await library.deleteCode({ id: code?.id ?? '', moveTo: other });
      return;
    case 'note':
      await library.createNote({
        ...{ reportId, start: 0, end: 2, kind: 'highlight', code: code?.id ?? 'red', note: '', tags: [word] },
      });
      return;
    case 'tags': {
      const tags = await library.listTags({});
      const taken = tags.slice(0, 1 + (a % 2));
      if (taken.length > 0) await library.changeTags({ tags: taken, to: b > 6 ? null : word });
      return;
    }
    case 'project':
      await library.createProject({ name: word });
      return;
    case 'unproject':
      await library.deleteProject({ id: project });
      return;
    case 'file':
      await library.fileReports({ projectId: project, reportIds: [reportId], isIn: a > 3 });
      return;
    default:
      throw new Error('no action');
  }
}

test(
  'codes, projects and tags: any sequence of actions, undo, redo and restarts agrees with a stack of states',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const dataDir = temporaryFolder();
        let library = await openTestLibrary(dataDir);
        const reportIds = [await library.addReport('第一个报告'), await library.addReport('第二个报告')];
        const run: UndoableWorld<Step> = {
          library: () => library,
          reopen: async () => {
            library = await openTestLibrary(dataDir);
          },
          seen: () => seen(library),
          meaningOf: (todo) =>
            todo.kind === 'undo' || todo.kind === 'redo' || todo.kind === 'reopen'
              ? todo.kind
              : () => actOrRefuse(library, () => act(library, reportIds, todo)),
        };
        await expectStackOfStates(run, steps);
      }),
      { numRuns: 30 },
    );
  },
);

test('every note keeps a code through it all', async () => {
  const library = await openTestLibrary(temporaryFolder());
  const reportId = await library.addReport('第一个报告');
  const made = await library.createCode({ name: '目标', color: 'pink', parentId: null, projectId: null });
  const note = (await library.createNote({
    ...{ reportId, start: 0, end: 2, kind: 'highlight', code: made.id, note: '', tags: [] },
  })) as Annotation;
  await library.undo({});
  await library.undo({});
  expect(await library.listCodes({})).toHaveLength(5);
  await library.redo({});
  await library.redo({});
  expect(await library.listNotes({ reportId })).toMatchObject([{ id: note.id, code: made.id }]);
});
