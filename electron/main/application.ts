import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, BrowserWindow, dialog, session } from 'electron';
import { localeOf, type Locale } from '#core/base/locale.ts';
import { toAppError } from '#core/base/app-error.ts';
import type { EventName, EventPayload } from '#core/ipc/api.ts';
import { errorSentence } from '#core/messages/error-sentence.ts';
import { keptListFile } from '#services/data-folder.ts';
import { listOrder, openStateFile, type StateFile } from '#services/state-file.ts';
import { serveApp } from './app-protocol.ts';
import { listenToPage, send } from './ipc.ts';
import { parseLaunch, type LaunchRequest } from './launch.ts';
import type { LibraryHost } from './library-host.ts';
import { lockContents, lockSession } from './lockdown.ts';
import type { MainContext } from './main-handlers.ts';
import { setApplicationMenu } from './menu.ts';
import { forkLibrary } from './fork-library.ts';
import { existing, type ProgramPaths } from './paths.ts';
import { riskyFolderNotice } from './risky-folder.ts';
import { openWindow } from './window.ts';

export interface ApplicationOptions {
  readonly dataDir: string;
  readonly paths: ProgramPaths;
  readonly launch: LaunchRequest;
}

/** Milliseconds after which main goes on, though no page has asked for its script. */
const SCRIPT_TIME = 2_000;

/** The window, the library process, and what passes between them, from `ready` to the last byte on the disk. */
export async function runApplication({ dataDir, paths, launch }: ApplicationOptions): Promise<void> {
  const pending: LaunchRequest[] = [launch];
  // Events that come before the page listens would be lost: links and files wait in `pending`.
  let isListening = false;
  app.on('open-url', (event, url) => {
    event.preventDefault();
    follow(parseLaunch([url], '/'));
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    follow(parseLaunch([file], '/'));
  });
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
  const state = openStateFile(path.join(dataDir, 'state.json'));
  const packFiles = await existing(paths.pack);
  const keptList = await readFile(keptListFile(dataDir), 'utf8').catch(() => null);
  await app.whenReady();
  // Without rows to begin with the list of reports waits for the library, else the library would only hold up the page.
  const libraryAtOnce = keptList === null ? forkLibrary(paths.libraryProcess) : null;

  const systemLocale = localeOf(app.getPreferredSystemLanguages()[0] ?? app.getLocale());
  const locale = (): Locale => localeIn(state, systemLocale);
  const scriptServed = servePage(paths.page);
  const show = (): BrowserWindow => showWindow(paths, state);
  show();
  setApplicationMenu(locale(), process.platform);
  const answer = listenToPage();
  await scriptServed;
  const { startLibraryHost, answersOfProgram, KeptNotices, keptRows } = await readContract();
  let packsState: EventPayload<'packsState'> | null = null;
  /** What the user has not closed yet: a window that starts later must tell it, too. */
  const notices = new KeptNotices(state);
  const library = startLibraryHost(
    paths.libraryProcess,
    libraryAtOnce ?? forkLibrary(paths.libraryProcess),
    { dataDir, packFiles },
    ({ event, payload }) => {
      if (event === 'packsState') packsState = payload;
      if (event === 'libraryNotice') notices.add(payload);
      if (event === 'libraryReplaced') reloadAll();
      else tellAll(event, payload);
    },
  );
  const context: MainContext = {
    dataDir,
    state,
    library,
    locale,
    systemLocale,
    takeFirstRows: givenOnce(keptList === null ? null : keptRows(keptList, listOrder(state))),
    onSettings: () => setApplicationMenu(locale(), process.platform),
    closeNotice: (kind) => void notices.close(kind),
    onPageReady: (window) => {
      isListening = true;
      for (const notice of notices.all()) send(window, 'libraryNotice', notice);
      if (packsState !== null) send(window, 'packsState', packsState);
      for (const request of pending.splice(0)) followRequest(window, request, context);
    },
  };
  answer(answersOfProgram(context));
  void riskyFolderNotice(dataDir).then((notice) => {
    if (notice === null) return;
    notices.add(notice);
    tellAll('libraryNotice', notice);
  });
  function follow(request: LaunchRequest): void {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined || !isListening) pending.push(request);
    else followRequest(window, request, context);
  }

  app.on('second-instance', (_event, argv, folder) => {
    const window = BrowserWindow.getAllWindows()[0] ?? show();
    if (window.isMinimized()) window.restore();
    window.focus();
    follow(parseLaunch(argv.slice(1), folder));
  });
  followWindows(show, () => {
    isListening = false;
  });
  if (app.isPackaged) app.setAsDefaultProtocolClient('zhupi');
  closeBeforeQuit(library, state, locale);
}

/** The language of the interface: the user's choice, else the system's. */
function localeIn(state: StateFile, systemLocale: Locale): Locale {
  const chosen = state.get().settings.locale;
  return chosen === 'system' ? systemLocale : chosen;
}

/**
 * Closes the session but for the page, which it serves from its folder; settled when its program has been handed out, or
 * nobody has asked for it.
 */
function servePage(folder: string): Promise<void> {
  lockSession(session.defaultSession);
  return new Promise((resolve) => {
    serveApp(session.defaultSession, folder, resolve);
    setTimeout(resolve, SCRIPT_TIME);
  });
}

/** Gives what ages as soon as it is given. */
function givenOnce<T>(value: T): () => T | null {
  let rest: T | null = value;
  return () => {
    const given = rest;
    rest = null;
    return given;
  };
}

/** What brings the contract's schemas along: it is read while the page reads its own program, so neither holds up the other. */
async function readContract() {
  const { startLibraryHost } = await import('./library-host.ts');
  const { answersOfProgram } = await import('./answer-window.ts');
  const { KeptNotices } = await import('#services/kept-notices.ts');
  const { keptRows } = await import('#services/kept-list.ts');
  return { startLibraryHost, answersOfProgram, KeptNotices, keptRows };
}

/** A window comes back when the program is chosen again; the last one that closes ends it, but on macOS. */
function followWindows(show: () => void, onAllClosed: () => void): void {
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) show();
  });
  app.on('window-all-closed', () => {
    onAllClosed();
    if (process.platform !== 'darwin') app.quit();
  });
}

/** Opens a window where the last one stood, and remembers where it goes. */
function showWindow(paths: ProgramPaths, state: StateFile): BrowserWindow {
  const { bounds, settings } = state.get();
  const window = openWindow({
    preload: paths.preload,
    icon: paths.icon,
    bounds,
    maximized: bounds?.maximized === true,
    settings,
    developerTools: !app.isPackaged,
  });
  window.on('close', () => {
    state.change({ bounds: { ...window.getNormalBounds(), maximized: window.isMaximized() } });
  });
  return window;
}

/** Every window shows what was there before. */
function reloadAll(): void {
  for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
}

function tellAll<E extends EventName>(event: E, payload: EventPayload<E>): void {
  for (const window of BrowserWindow.getAllWindows()) send(window, event, payload);
}

/** A link opens its report in the window; files are imported, and the window sees the library change. */
function followRequest(
  window: BrowserWindow,
  request: LaunchRequest,
  { library, locale }: MainContext,
): void {
  if (request.link !== null) send(window, 'openLink', request.link);
  if (request.files.length === 0) return;
  void library
    .call('importPaths', { job: `launch-${String(Date.now())}`, paths: [...request.files] })
    .then((answer) => {
      const errors = answer.ok ? answer.value.told.flatMap(({ error }) => error ?? []) : [answer.error];
      const [first] = errors;
      if (first !== undefined) dialog.showErrorBox('Zhupi 朱批', errorSentence(first, locale()));
      const opened = answer.ok ? answer.value.first : null;
      if (opened !== null) send(window, 'openLink', { reportId: opened.reportId, note: null });
    });
}

/** Quits only when the library has closed its files and the state of the machine is on the disk. */
function closeBeforeQuit(library: LibraryHost, state: StateFile, locale: () => Locale): void {
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    try {
      state.flush();
    } catch (error) {
      dialog.showErrorBox('Zhupi 朱批', errorSentence(toAppError(error), locale()));
    }
    void library.close(listOrder(state)).finally(() => {
      closed = true;
      app.quit();
    });
  });
}
