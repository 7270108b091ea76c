import { app, clipboard, shell, type BrowserWindow } from 'electron';
import { ZhupiError } from '#core/base/app-error.ts';
import type { Locale } from '#core/base/locale.ts';
import type { MainCall, MainHandlers } from '#core/ipc/api.ts';
import type { FirstReports } from '#core/ipc/calls/first-reports.ts';
import type { LibraryNoticeKind } from '#core/ipc/calls/backup-calls.ts';
import type { Settings } from '#core/ipc/settings.ts';
import { CLIPBOARD_NAME } from '#core/messages/clipboard-name.ts';
import { menuMessage } from '#core/messages/menu.ts';
import { listOrder, type StateFile } from '#services/state-file.ts';
import { backupHandlers } from './backup-handlers.ts';
import { importClipboard } from './clipboard-import.ts';
import { concordanceHandlers } from './concordance-handlers.ts';
import { chooseCopy, chooseSavedFile, chooseReportFolders, chooseReports, chooseText } from './dialogs.ts';
import { exportHandlers } from './export-handlers.ts';
import type { Caller } from './ipc.ts';
import type { LibraryHost } from './library-host.ts';
import { valueOf } from './value-of.ts';

export interface MainContext {
  readonly dataDir: string;
  readonly state: StateFile;
  readonly library: LibraryHost;
  /** The language of the interface now: the user's choice, else the system's. */
  readonly locale: () => Locale;
  readonly systemLocale: Locale;
  /** What the last session ended with, for the first page that asks; else null. */
  readonly takeFirstRows: () => FirstReports | null;
  readonly onSettings: (settings: Settings) => void;
  /** The user has read it. */
  readonly closeNotice: (kind: LibraryNoticeKind) => void;
  /** A page has begun to listen: it asks for the state of the program first. */
  readonly onPageReady: (window: BrowserWindow) => void;
}

/** Files that an export of this run has written: the only ones that the window may ask to be shown. */
type ExportedPaths = Set<string>;

/** The calls that main answers itself, for one caller. */
export function mainHandlers(context: MainContext, caller: Caller, exported: ExportedPaths): MainHandlers {
  const { state, library, locale } = context;
  return {
    appState: () => {
      // Behind the answer, so that the page knows itself before it hears of anything else.
      setImmediate(() => context.onPageReady(caller.window));
      return {
        version: app.getVersion(),
        platform: process.platform,
        dataFolder: context.dataDir,
        systemLocale: context.systemLocale,
        systemLanguage: app.getPreferredSystemLanguages()[0] ?? app.getLocale(),
        settings: state.get().settings,
        lastReportId: state.get().lastReportId,
      };
    },
    firstReports: async () =>
      context.takeFirstRows() ?? valueOf(await library.call('firstReports', listOrder(state))),
    changeSettings: (change) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      const settings: Settings = { ...state.get().settings, ...Object.fromEntries(given) };
      state.change({ settings });
      context.onSettings(settings);
      return settings;
    },
    savePosition: ({ reportId, offset }) => {
      state.savePosition(reportId, offset);
      state.change({ lastReportId: reportId });
      return {};
    },
    loadPosition: ({ reportId }) => ({ offset: state.get().positions[reportId] ?? 0 }),
    importWithDialog: async ({ job, folders }) => {
      const choose = folders ? chooseReportFolders : chooseReports;
      const paths = await choose(caller.window, locale());
      return paths === null ? null : valueOf(await library.call('importPaths', { job, paths: [...paths] }));
    },
    importPaths: async (request) => valueOf(await library.call('importPaths', request)),
    importClipboard: async () => valueOf(await importClipboard(library, CLIPBOARD_NAME[locale()])),
    replaceTextWithDialog: async ({ reportId }) => {
      const path = await chooseText(caller.window, locale());
      return path === null ? null : valueOf(await library.call('replaceText', { reportId, path }));
    },
    saveOriginalWithDialog: async ({ reportId }) => {
      const { name } = valueOf(await library.call('originalName', { reportId }));
      const path = await chooseCopy(caller.window, locale(), name);
      return path === null ? null : valueOf(await library.call('copyOriginal', { reportId, path }));
    },
    ...exportHandlers(context, caller, exported),
    saveCodeTableWithDialog: async ({ projectId }) => {
      const path = await chooseSavedFile(caller.window, locale(), menuMessage('matrixName', locale()), 'csv');
      const request = { projectId, locale: locale() };
      return path === null ? null : valueOf(await library.call('writeCodeTable', { ...request, path }));
    },
    showExported: ({ path }) => {
      if (!exported.has(path)) throw new ZhupiError('request-invalid', { call: 'showExported' });
      shell.showItemInFolder(path);
      return {};
    },
    ...backupHandlers(context, caller),
    openDataFolder: async () => {
      await shell.openPath(context.dataDir);
      return {};
    },
    ...concordanceHandlers(context, caller),
    copyText: ({ text }) => {
      void clipboard.writeText(text);
      return {};
    },
    toggleFullScreen: () => {
      caller.window.setFullScreen(!caller.window.isFullScreen());
      return {};
    },
  };
}

/** Runs the handler of a call; the schema of the call has seen the request. */
export function handleMainCall(handlers: MainHandlers, name: MainCall, request: unknown): unknown {
  const handler = handlers[name] as (request: unknown) => unknown;
  return handler(request);
}
