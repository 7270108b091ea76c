import type { ZhupiApi } from '#core/ipc/api.ts';
import type { Settings } from '#core/ipc/settings.ts';
import type { FakeWorld } from './fake-world.ts';

type MainMethods = Pick<
  ZhupiApi,
  | 'appState'
  | 'changeSettings'
  | 'savePosition'
  | 'loadPosition'
  | 'showExported'
  | 'openDataFolder'
  | 'copyText'
  | 'toggleFullScreen'
>;

/** What main itself answers. */
export function fakeMainCalls(world: FakeWorld): MainMethods {
  const { answer, positions } = world;
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
