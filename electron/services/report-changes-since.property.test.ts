import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ReportChanges } from '#core/ipc/calls/report-calls.ts';
import type { ReportSummary } from '#core/report/report.ts';
import { newestFirst } from '#core/report/newest-first.ts';
import { openTestLibrary, packReport, type TestLibrary } from './store/fixtures/test-library.ts';
import { temporaryFolder } from './store/fixtures/temporary-folder.ts';

const ACTIONS = ['add', 'mark', 'delete', 'restore', 'undo', 'redo', 'title', 'look'] as const;
type Action = (typeof ACTIONS)[number];

async function act(library: TestLibrary, action: Action, at: number): Promise<void> {
  const listed = await library.listReports({});
  const reportId = listed[at % Math.max(1, listed.length)]?.reportId ?? '';
  const trashed = await library.listTrash({});
  switch (action) {
    case 'add':
      await library.addReport(`第${String(at)}号报告`);
      return;
    case 'mark':
      if (reportId !== '') {
        await library.createNote({
          reportId,
          start: 0,
          end: 1,
          kind: 'highlight',
          code: 'red',
          note: '',
          tags: [],
        });
      }
      return;
    case 'delete':
      if (reportId !== '') await library.deleteReports({ reportIds: [reportId] });
      return;
    case 'restore':
      await library.restoreReports({ reportIds: trashed.slice(0, 1).map((entry) => entry.reportId) });
      return;
    case 'undo':
    case 'redo':
      if ((await library.historyState({}))[action] !== null) await library[action]({});
      return;
    case 'title':
      if (reportId !== '') {
        const { revision } = await library.openReport({ reportId });
        await library.changeMetadata({
          reportId,
          revision,
          change: { title: String(at), date: `20${String(at)}` },
        });
      }
      return;
    case 'look':
  }
}

function applied(list: readonly ReportSummary[], { isWhole, reports, gone }: ReportChanges): ReportSummary[] {
  const changed = new Set([...reports.map(({ reportId }) => reportId), ...gone]);
  const kept = isWhole ? [] : list.filter(({ reportId }) => !changed.has(reportId));
  return [...kept, ...reports].sort(newestFirst);
}

test('changes told one after the other lead to the list as it is', async () => {
  const actions = fc.array(fc.tuple(fc.constantFrom(...ACTIONS), fc.integer({ min: 10, max: 40 })), {
    minLength: 10,
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(actions, async (all) => {
      const packReports = [packReport('p-a-1', '包里的报告'), packReport('p-a-2', '另一个')];
      const library = await openTestLibrary(temporaryFolder(), { packReports });
      let since: string | undefined;
      let list: ReportSummary[] = [];
      for (const [action, at] of all) {
        await act(library, action, at);
        // Now and then several changes come together.
        if (at % 3 === 0) continue;
        const changes = await library.reportChanges(since === undefined ? {} : { since });
        expect(changes.isWhole).toBe(since === undefined);
        since = changes.at;
        list = applied(list, changes);
        expect(list).toEqual(await library.listReports({}));
      }
      await library.close();
    }),
    { numRuns: 12 },
  );
});

test('a state of another library, or one that is none, gives the whole list', async () => {
  const library = await openTestLibrary(temporaryFolder());
  await library.addReport('报告');
  const whole = await library.reportChanges({});
  expect(await library.reportChanges({ since: whole.at })).toEqual({ ...whole, isWhole: false, reports: [] });
  for (const since of [
    '',
    'x 1 1',
    `${whole.at}9`.replace(/ \d+$/u, ' 999'),
    whole.at.replace(' 1 ', ' 7 '),
  ]) {
    expect(await library.reportChanges({ since })).toEqual(whole);
  }
});
