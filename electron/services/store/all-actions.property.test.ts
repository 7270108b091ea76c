import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { test } from 'vitest';
import { ANNOTATION_KINDS, type Annotation } from '#core/annotations/record.ts';
import { analysedReport, DAMAGED } from '../report-changes/fixtures/damaged-report.ts';
import { actOrRefuse, expectStackOfStates, type UndoableWorld } from './fixtures/stack-of-states.ts';
import { temporaryFolder } from './fixtures/temporary-folder.ts';
import { openTestLibrary, type Clock, type TestLibrary } from './fixtures/test-library.ts';

/** Every kind of change that stands on the undo stack, beside what has a model of its own elsewhere. */
const KINDS = [
  'note',
  'notes',
  'edit',
  'bulk',
  'delete',
  'take-back',
  'place',
  'save-file',
  'import-notes',
  'text',
  'repairs',
  'correct',
  'metadata',
  'script',
  'no-script',
  'template',
  'no-template',
  'search',
  'no-search',
  'code',
  'no-code',
  'tags',
  'project',
  'file',
  'trash',
  'restore',
] as const;

interface Step {
  readonly kind: (typeof KINDS)[number] | 'undo' | 'redo' | 'reopen';
  readonly a: number;
  readonly b: number;
  readonly word: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...KINDS) },
    { weight: 3, arbitrary: fc.constantFrom('note' as const, 'save-file' as const, 'import-notes' as const) },
    { weight: 6, arbitrary: fc.constantFrom('undo' as const, 'undo' as const, 'redo' as const) },
    { weight: 1, arbitrary: fc.constant('reopen' as const) },
  ),
  a: fc.nat(9),
  b: fc.nat(9),
  word: fc.constantFrom('目标', '目標', 'GDP', 'a\0b', '𠮷'),
});

const OTHER_TEXTS = [
  DAMAGED.replace('三、', '三、各地要'),
  `${DAMAGED}\n四、附则。`,
  DAMAGED.split('\n').slice(3).join('\n'),
];

class World {
  readonly clock: Clock = { now: 1_000 };
  readonly folder = temporaryFolder();
  readonly out = path.join(this.folder, 'out');
  library!: TestLibrary;
  reportIds: readonly string[] = [];

  async open(): Promise<void> {
    this.library = await openTestLibrary(path.join(this.folder, 'data'), { clock: this.clock });
  }

  async fill(): Promise<void> {
    mkdirSync(this.out);
    OTHER_TEXTS.forEach((text, at) => {
      writeFileSync(path.join(this.folder, `${String(at)}.txt`), text);
    });
    const first = await this.library.addReport(DAMAGED, await analysedReport(DAMAGED));
    this.reportIds = [first, await this.library.addReport('第二个报告')];
  }

  /** All that a user sees, but for revisions and times of change, which only rise. */
  async seen(): Promise<unknown> {
    const { library } = this;
    const notes = await library.listNotes({ reportId: null });
    const reports = await library.listReports({});
    const contents = reports.map(async ({ reportId }) => library.openReport({ reportId }));
    const all = [
      notes,
      await Promise.all(contents),
      await library.listCodes({}),
      await library.listProjects({}),
      await library.listSavedSearches({}),
      (await library.scriptRules({})).overrides,
    ].map((list) => (list as readonly object[]).map(lasting).toSorted());
    const trash = await library.listTrash({});
    const apart = [await library.listTags({}), await library.listTemplates({})];
    return [...all, ...apart, trash.map(({ reportId, notes: count }) => [reportId, count])];
  }
}

function lasting(record: object): string {
  return JSON.stringify(record, (name, value: unknown) =>
    name === 'revision' || name === 'updatedAt' ? undefined : value,
  );
}

/** Does an action where it can be done now; what is refused changes nothing. */
async function act({ library, reportIds, folder, out }: World, { kind, a, b, word }: Step): Promise<void> {
  const reportId = reportIds[a % 2] ?? '';
  const notes = await library.listNotes({ reportId: null });
  const note: Annotation | undefined = notes[a % Math.max(1, notes.length)];
  const some = notes.filter((_, at) => (at + a) % 2 === 0).map(({ id }) => id);
  switch (kind) {
    case 'note': {
      const fields = { kind: ANNOTATION_KINDS[a % 3] ?? 'highlight', code: 'red', note: word, tags: [word] };
      await library.createNote({ reportId, start: b % 4, end: 5, ...fields });
      return;
    }
    case 'notes': {
      const { sourceHash } = await library.openReport({ reportId });
      await library.createNotes({ reportId, sourceHash, code: 'blue', places: [0, 1, 2, 3] });
      return;
    }
    case 'edit':
      if (note === undefined) return;
      await library.changeNote({
        id: note.id,
        revision: note.revision,
        change: { note: word, tags: [word] },
      });
      return;
    case 'bulk':
      await library.changeNotes({ ids: some, change: { code: 'green', addTags: [word], removeTags: [] } });
      return;
    case 'delete':
      await library.deleteNotes({ ids: some });
      return;
    case 'take-back': {
      const { notes: gone } = await library.listDeletedNotes({ limit: 100 });
      await library.restoreNotes({ ids: gone.map(({ annotation }) => annotation.id).slice(0, 1 + (a % 2)) });
      return;
    }
    case 'place':
      if (note === undefined) return;
      await library.placeNote({
        ...{ id: note.id, revision: note.revision, place: b > 7 ? null : { start: b % 3, end: 4 } },
      });
      return;
    case 'save-file':
      await library.exportNotes({ reportIds: null, folder: out, script: 'source', format: 'json' });
      return;
    case 'import-notes': {
      const files = readdirSync(out).map((name) => path.join(out, name));
      await library.importNotes({ paths: files, reportId: null });
      return;
    }
    case 'text':
      await library.replaceText({ reportId, path: path.join(folder, `${String(b % 3)}.txt`) });
      return;
    case 'repairs': {
      const { version, edits } = await library.openReport({ reportId });
      const edit = edits[b % Math.max(1, edits.length)];
      if (edit === undefined) return;
      const { start, end, rule } = edit;
      await library.decideEdits({ reportId, version, decisions: [{ start, end, rule, applied: a > 4 }] });
      return;
    }
    case 'correct': {
      const { version } = await library.openReport({ reportId });
      await library.correctText({ reportId, version, start: b % 3, end: 4, after: a > 7 ? null : word });
      return;
    }
    case 'metadata': {
      const { revision } = await library.openReport({ reportId });
      await library.changeMetadata({ reportId, revision, change: { title: word, issuer: `${word}办` } });
      return;
    }
    case 'script':
      await library.chooseScript({ phrase: '说钟', replacement: '說鐘', reportId: a > 4 ? null : reportId });
      return;
    case 'no-script': {
      const { overrides } = await library.scriptRules({});
      await library.removeScriptChoices({ ids: overrides.map(({ id }) => id) });
      return;
    }
    case 'template': {
      const own = (await library.listTemplates({})).find(({ id }) => id.length > 10);
      const parts = { file: '{{ notes }}', note: `{{ quote }} ${word}`, hasSections: a > 4 };
      await library.saveTemplate({ id: b > 4 ? (own?.id ?? null) : null, name: word, ...parts });
      return;
    }
    case 'no-template': {
      const own = (await library.listTemplates({})).find(({ id }) => id.length > 10);
      await library.deleteTemplate({ id: own?.id ?? '' });
      return;
    }
    case 'search': {
      const [known] = await library.listSavedSearches({});
      if (known === undefined || a > 5) {
        await library.saveSearch({ name: word, query: word, sort: 'relevance' });
      } else await library.renameSavedSearch({ id: known.id, revision: known.revision, name: `${word}2` });
      return;
    }
    case 'no-search':
      await library.deleteSavedSearch({ id: (await library.listSavedSearches({}))[0]?.id ?? '' });
      return;
    case 'code':
      await library.createCode({ name: word, color: 'olive', parentId: null, projectId: null });
      return;
    case 'no-code':
      await library.deleteCode({ id: (await library.listCodes({})).at(-1)?.id ?? '', moveTo: 'red' });
      return;
    case 'tags':
      await library.changeTags({
        tags: [...(await library.listTags({}))].slice(0, 2),
        to: b > 6 ? null : word,
      });
      return;
    case 'project':
      if (a > 3) await library.createProject({ name: word });
      else await library.deleteProject({ id: (await library.listProjects({})).at(-1)?.id ?? '' });
      return;
    case 'file': {
      const projectId = (await library.listProjects({})).at(-1)?.id ?? '';
      await library.fileReports({ projectId, reportIds: [reportId], isIn: b > 3 });
      return;
    }
    case 'trash':
      await library.deleteReports({ reportIds: [reportId] });
      return;
    case 'restore':
      await library.restoreReports({ reportIds: [reportId] });
      return;
    default:
      throw new Error('no action');
  }
}

test(
  'changes of every kind, undo, redo and restarts in any order agree with a stack of states',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        const world = new World();
        await world.open();
        await world.fill();
        const run: UndoableWorld<Step> = {
          library: () => world.library,
          reopen: () => world.open(),
          seen: () => world.seen(),
          meaningOf: (todo) => {
            world.clock.now += 1_000;
            return todo.kind === 'undo' || todo.kind === 'redo' || todo.kind === 'reopen'
              ? todo.kind
              : () => actOrRefuse(world.library, () => act(world, todo));
          },
        };
        await expectStackOfStates(run, steps);
      }),
      { numRuns: 15 },
    );
  },
);
