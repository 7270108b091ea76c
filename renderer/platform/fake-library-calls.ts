import type { ZhupiApi } from '#core/ipc/api.ts';
import type { FakeWorld } from './fake-world.ts';

type LibraryMethods = Pick<
  ZhupiApi,
  | 'reportChanges'
  | 'firstReports'
  | 'openReport'
  | 'cancelImport'
  | 'deleteReports'
  | 'restoreReports'
  | 'listTrash'
  | 'listPacks'
  | 'removePack'
>;

/** Reports, trash and packs. */
export function fakeLibraryCalls(world: FakeWorld): LibraryMethods {
  const { answer, store } = world;
  return {
    reportChanges: () =>
      answer('reportChanges', () => ({ at: 'fake', isWhole: true, reports: store.summaries(), gone: [] })),
    firstReports: () =>
      answer('firstReports', () => {
        const reports = store.summaries();
        return { at: 'fake', from: 0, count: reports.length, reports };
      }),
    openReport: ({ reportId }) => answer('openReport', () => store.content(reportId)),
    cancelImport: ({ job }) =>
      answer('cancelImport', () => {
        world.cancelled.add(job);
        world.openImportGate();
        return {};
      }),
    deleteReports: ({ reportIds }) =>
      answer('deleteReports', () => {
        store.setDeleted('delete-reports', reportIds, true);
        return store.trash().filter(({ reportId }) => reportIds.includes(reportId));
      }),
    restoreReports: ({ reportIds }) =>
      answer('restoreReports', () => {
        store.setDeleted('restore-reports', reportIds, false);
        return store.summaries().filter(({ reportId }) => reportIds.includes(reportId));
      }),
    listTrash: () => answer('listTrash', () => store.trash()),
    listPacks: () => answer('listPacks', () => [...world.packs]),
    removePack: ({ packId }) =>
      answer('removePack', () => {
        world.packs = world.packs.filter((pack) => pack.packId !== packId);
        return {};
      }),
  };
}
