import type { ZhupiApi } from '#core/ipc/api.ts';
import type { ImportAnswer } from '#core/ipc/payloads.ts';
import type { Settings } from '#core/ipc/settings.ts';
import type { FakeWorld } from './fake-world.ts';

type MainMethods = Pick<
  ZhupiApi,
  | 'appState'
  | 'changeSettings'
  | 'savePosition'
  | 'loadPosition'
  | 'importWithDialog'
  | 'importDropped'
  | 'importClipboard'
  | 'exportWithDialog'
  | 'showExported'
  | 'openDataFolder'
  | 'copyText'
  | 'toggleFullScreen'
>;

/** What main itself answers. */
export function fakeMainCalls(world: FakeWorld): MainMethods {
  const { answer, positions, store } = world;
  return {
    appState: () =>
      answer('appState', () => ({
        version: '0.1.0',
        platform: 'linux',
        dataFolder: '/home/reader/.local/share/Zhupi',
        systemLocale: 'en' as const,
        systemLanguage: 'en-GB',
        lastReportId: null,
        ...world.app,
        settings: world.settings,
      })),
    changeSettings: (change) =>
      answer('changeSettings', () => {
        world.settings = { ...world.settings, ...(change as Partial<Settings>) };
        return world.settings;
      }),
    savePosition: ({ reportId, offset }) =>
      answer('savePosition', () => {
        positions.set(reportId, offset);
        return {};
      }),
    loadPosition: ({ reportId }) => answer('loadPosition', () => ({ offset: positions.get(reportId) ?? 0 })),
    importWithDialog: ({ job }) => answer('importWithDialog', () => runImport(world, job)),
    importDropped: (job) =>
      answer('importDropped', async () => (await runImport(world, job)) ?? nothing(false)),
    importClipboard: ({ job }) =>
      answer('importClipboard', async () => (await runImport(world, job)) ?? nothing(false)),
    exportWithDialog: ({ reportIds }) =>
      answer('exportWithDialog', () => ({
        files: store
          .summaries()
          .filter(({ reportId, notes }) => (reportIds === null ? notes > 0 : reportIds.includes(reportId)))
          .map(({ title, notes }) => {
            const path = `/home/reader/notes/${title}.md`;
            return { path, status: 'written' as const, annotations: notes, error: null };
          }),
      })),
    showExported: () => answer('showExported', () => ({})),
    openDataFolder: () => answer('openDataFolder', () => ({})),
    copyText: ({ text }) =>
      answer('copyText', () => {
        world.copied.push(text);
        return {};
      }),
    toggleFullScreen: () => answer('toggleFullScreen', () => ({})),
  };
}

/** Brings what the next prepared import brings; null = the user closed the dialog. */
async function runImport(world: FakeWorld, job: string): Promise<ImportAnswer | null> {
  const next = world.imports.shift();
  if (next === null) return null;
  await world.importGate;
  if (world.cancelled.has(job) || next === undefined) return nothing(world.cancelled.has(job));
  for (const report of next.reports ?? []) world.store.contents.set(report.summary.reportId, report);
  world.events.libraryChanged.send({});
  return next.answer;
}

function nothing(cancelled: boolean): ImportAnswer {
  return { outcomes: [], skipped: 0, cancelled };
}
