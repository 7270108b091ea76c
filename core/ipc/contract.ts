import * as z from 'zod';
import { LOCALES } from '../base/locale.ts';
import { codeCalls, codeMainCalls } from './calls/code-calls.ts';
import { notebookCalls } from './calls/notebook-calls.ts';
import { backupCalls, backupMainCalls, libraryNoticeSchema } from './calls/backup-calls.ts';
import { concordanceCalls, concordanceMainCalls } from './calls/concordance-calls.ts';
import { findCalls } from './calls/find-calls.ts';
import { exportCalls, exportEvents, exportMainCalls } from './calls/export-calls.ts';
import { noteCalls } from './calls/note-calls.ts';
import { projectCalls } from './calls/project-calls.ts';
import { reportMainCalls } from './calls/first-reports.ts';
import { reportCalls } from './calls/report-calls.ts';
import { savedSearchCalls } from './calls/saved-search-calls.ts';
import { searchCalls } from './calls/search-calls.ts';
import { scriptCalls } from './calls/script-calls.ts';
import { suggestCalls } from './calls/suggest-calls.ts';
import { empty, offset, reportId } from './calls/shapes.ts';
import { importSummarySchema, versionAnswerSchema } from './payloads.ts';
import { settingsChangeSchema, settingsSchema } from './settings.ts';

/**
 * The one contract between the window and the rest: every call with the schemas of its request and response.
 *
 * Main checks the sender's frame and the request, answers a Result, and never throws over the border. Calls of
 * `libraryCalls` are done by the library process (electron/services), which owns the database; calls of `mainCalls`
 * need Electron. The preload exposes one method a call and one a event, by these names, and nothing else. Calls of one
 * room stand together in calls/.
 *
 * These are answered by the library process; the command line calls the same functions.
 */
export const libraryCalls = {
  ...codeCalls,
  ...projectCalls,
  ...backupCalls,
  ...reportCalls,
  ...noteCalls,
  ...notebookCalls,
  ...searchCalls,
  ...savedSearchCalls,
  ...suggestCalls,
  ...concordanceCalls,
  ...findCalls,
  ...exportCalls,
  ...scriptCalls,
} as const;

export const appStateSchema = z.object({
  version: z.string(),
  platform: z.string(),
  dataFolder: z.string(),
  systemLocale: z.enum(LOCALES),
  /** The system's own tag (BCP 47), from which the default Traditional script is taken. */
  systemLanguage: z.string(),
  settings: settingsSchema,
  lastReportId: z.string().nullable(),
});
export type AppState = Readonly<z.infer<typeof appStateSchema>>;

/** Answered by main itself. Those that end in `…WithDialog` ask the user for a place first; null = cancelled. */
export const mainCalls = {
  ...backupMainCalls,
  appState: { request: empty, response: appStateSchema },
  ...reportMainCalls,
  changeSettings: { request: settingsChangeSchema, response: settingsSchema },
  /** Remembers where the reader stands: source offset of the first visible character. */
  savePosition: { request: z.object({ reportId, offset }), response: empty },
  /** The remembered source offset, 0 when none. */
  loadPosition: { request: z.object({ reportId }), response: z.object({ offset }) },
  /** `folders`: asks for folders, which not every system offers in the dialog that asks for files. */
  importWithDialog: {
    request: z.object({ job: z.string(), folders: z.boolean() }),
    response: importSummarySchema.nullable(),
  },
  /** Files that were dropped on the window; the preload turns File objects into paths. */
  importPaths: {
    request: z.object({ job: z.string(), paths: z.array(z.string().min(1).max(32_768)).max(100_000) }),
    response: importSummarySchema,
  },
  /** A new report of what is on the clipboard: its HTML where there is some, else its text. */
  importClipboard: { request: z.object({ job: z.string() }), response: importSummarySchema },
  /** Another file becomes the report's text; notes are re-anchored. */
  replaceTextWithDialog: { request: z.object({ reportId }), response: versionAnswerSchema.nullable() },
  /** Copies the file as it was imported to where the user wants it. */
  saveOriginalWithDialog: {
    request: z.object({ reportId }),
    response: z.object({ path: z.string() }).nullable(),
  },
  ...exportMainCalls,
  ...codeMainCalls,
  showExported: { request: z.object({ path: z.string() }), response: empty },
  openDataFolder: { request: empty, response: empty },
  ...concordanceMainCalls,
  copyText: { request: z.object({ text: z.string().max(10_000_000) }), response: empty },
  toggleFullScreen: { request: empty, response: empty },
} as const;

/** What menus and the system can ask of the window. */
export const MENU_COMMANDS = [
  'import',
  'import-folder',
  'import-clipboard',
  'report-info',
  'reopen-encoding',
  'replace-text',
  'save-original',
  'outline',
  'export',
  'export-all',
  'import-notes',
  'find',
  'find-next',
  'find-previous',
  'search',
  'undo',
  'redo',
  'backups',
  'settings',
  'shortcuts',
  'toggle-library',
  'toggle-notes',
  'repairs',
  'source-layer',
  'codes',
  'matrix',
  'tags',
  'projects',
  'larger',
  'smaller',
  'default-size',
  'back',
  'forward',
  'script-source',
  'script-cn',
  'script-t',
  'script-tw',
  'script-twp',
  'script-hk',
] as const;
export type MenuCommand = (typeof MENU_COMMANDS)[number];

/** What main tells the window without being asked. */
export const events = {
  libraryChanged: empty,
  /** Something about the data as a whole that the user must read, until it is closed. */
  libraryNotice: libraryNoticeSchema,
  /** Other data stand in the place of the library: windows start anew. */
  libraryReplaced: empty,
  ...exportEvents,
  notesChanged: z.object({ reportIds: z.array(z.string()) }),
  /** What stands before OpenCC's dictionaries. */
  scriptRulesChanged: empty,
  /** How many notes and decisions of a report have a place in the text that it is being given. */
  versionProgress: z.object({ reportId: z.string(), done: z.number(), total: z.number() }),
  /** A code, a project, what is filed in one, or how a tag is spelled. */
  codesChanged: empty,
  /** How far an action on many notes is. */
  notesProgress: z.object({ job: z.string(), done: z.number(), total: z.number() }),
  savedSearchesChanged: empty,
  /** `timeLeft` in milliseconds, null until it can be told. */
  importProgress: z.object({
    job: z.string(),
    done: z.number(),
    total: z.number(),
    path: z.string(),
    timeLeft: z.number().nullable(),
  }),
  /** How far the work on a concordance is: reports gone through. */
  concordanceProgress: z.object({ job: z.string(), done: z.number(), total: z.number() }),
  packsState: z.object({ state: z.enum(['loading', 'ready', 'failed']) }),
  openLink: z.object({ reportId: z.string(), note: z.string().nullable() }),
  menuCommand: z.object({ command: z.enum(MENU_COMMANDS) }),
} as const;
