import * as z from 'zod';
import { annotationChangeSchema, annotationSchema, ANNOTATION_KINDS } from '../annotations/record.ts';
import { LOCALES } from '../base/locale.ts';
import { reportMetadataSchema, reportSummarySchema } from '../report/report.ts';
import { ENCODINGS } from '../report/encoding.ts';
import { VIEW_SCRIPTS } from '../report/script.ts';
import {
  exportAnswerSchema,
  historyAnswerSchema,
  historyStateSchema,
  hitSchema,
  importAnswerSchema,
  noteChangeAnswerSchema,
  noteCandidateSchema,
  packSummarySchema,
  reportContentSchema,
  searchAnswerSchema,
  sourceVersionSchema,
  trashEntrySchema,
  versionAnswerSchema,
} from './payloads.ts';
import { settingsChangeSchema, settingsSchema } from './settings.ts';

/**
 * The one contract between the window and the rest: every call with the schemas of its request and response.
 *
 * Main checks the sender's frame and the request, answers a Result, and never throws over the border. Calls of
 * `libraryCalls` are done by the library process (electron/services), which owns the database; calls of `mainCalls`
 * need Electron. The preload exposes one method a call and one a event, by these names, and nothing else.
 */
const empty = z.object({});
const reportId = z.string().min(1).max(200);
const reportIds = z.array(reportId).max(100_000);
const offset = z.number().int().nonnegative();
const query = z.string().max(10_000);

/** Answered by the library process; the command line calls the same functions. */
export const libraryCalls = {
  listReports: { request: empty, response: z.array(reportSummarySchema) },
  openReport: { request: z.object({ reportId }), response: reportContentSchema },
  cancelImport: { request: z.object({ job: z.string() }), response: empty },
  /** The files of the job `from` that failed, or that it did not come to, once more; the page never names a path. */
  retryImport: {
    request: z.object({ job: z.string().min(1).max(200), from: z.string().min(1).max(200) }),
    response: importAnswerSchema,
  },
  deleteReports: { request: z.object({ reportIds }), response: z.array(trashEntrySchema) },
  restoreReports: { request: z.object({ reportIds }), response: z.array(reportSummarySchema) },
  listTrash: { request: empty, response: z.array(trashEntrySchema) },
  listNotes: { request: z.object({ reportId: reportId.nullable() }), response: z.array(annotationSchema) },
  createNote: {
    request: z.object({
      reportId,
      start: offset,
      end: offset,
      kind: z.enum(ANNOTATION_KINDS),
      code: z.string().min(1).max(64),
      note: z.string().max(1_000_000),
      tags: z.array(z.string().min(1).max(200)).max(100),
    }),
    response: annotationSchema,
  },
  changeNote: {
    request: z.object({
      id: z.string(),
      revision: z.number().int().positive(),
      change: annotationChangeSchema,
    }),
    response: noteChangeAnswerSchema,
  },
  deleteNotes: { request: z.object({ ids: z.array(z.string()).max(100_000) }), response: empty },
  listTags: { request: empty, response: z.array(z.string()) },
  undo: { request: empty, response: historyAnswerSchema },
  redo: { request: empty, response: historyAnswerSchema },
  historyState: { request: empty, response: historyStateSchema },
  search: {
    request: z.object({
      query,
      script: z.enum(VIEW_SCRIPTS),
      limit: z.number().int().min(1).max(1000),
    }),
    response: searchAnswerSchema,
  },
  /** Every place of a query in one report, in order. */
  searchInReport: {
    request: z.object({ query, reportId, script: z.enum(VIEW_SCRIPTS) }),
    response: z.array(hitSchema),
  },
  /** Switches repairs of the shown text; `applied` null takes the decision back. Undone like a note's change. */
  decideEdits: {
    request: z.object({
      reportId,
      version: z.number().int().positive(),
      decisions: z
        .array(z.object({ start: offset, end: offset, rule: z.string(), applied: z.boolean().nullable() }))
        .min(1)
        .max(1_000_000),
    }),
    response: reportContentSchema,
  },
  /** The user's own correction of a passage (rule `user`); `after` null takes the correction at this range back. */
  correctText: {
    request: z.object({
      reportId,
      version: z.number().int().positive(),
      start: offset,
      end: offset,
      after: z.string().max(100_000).nullable(),
    }),
    response: reportContentSchema,
  },
  changeMetadata: {
    request: z.object({
      reportId,
      revision: z.number().int().positive(),
      change: reportMetadataSchema.partial(),
    }),
    response: reportContentSchema,
  },
  listVersions: { request: z.object({ reportId }), response: z.array(sourceVersionSchema) },
  /** Decodes the original anew; notes follow by their bytes (DESIGN 9.2, 9.3). `encoding` is one of ENCODINGS. */
  reopenWithEncoding: {
    request: z.object({ reportId, encoding: z.enum(ENCODINGS) }),
    response: versionAnswerSchema,
  },
  /** Where a doubtful or orphaned note may belong in the current text. */
  noteCandidates: { request: z.object({ id: z.string() }), response: z.array(noteCandidateSchema) },
  /** The user says where a note belongs (its state becomes exact), or, with null, that it belongs nowhere (orphan). */
  placeNote: {
    request: z.object({
      id: z.string(),
      revision: z.number().int().positive(),
      place: z.object({ start: offset, end: offset }).nullable(),
    }),
    response: annotationSchema,
  },
  listPacks: { request: empty, response: z.array(packSummarySchema) },
  removePack: { request: z.object({ packId: z.string() }), response: empty },
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
  appState: { request: empty, response: appStateSchema },
  changeSettings: { request: settingsChangeSchema, response: settingsSchema },
  /** Remembers where the reader stands: source offset of the first visible character. */
  savePosition: { request: z.object({ reportId, offset }), response: empty },
  /** The remembered source offset, 0 when none. */
  loadPosition: { request: z.object({ reportId }), response: z.object({ offset }) },
  importWithDialog: { request: z.object({ job: z.string() }), response: importAnswerSchema.nullable() },
  /** Files that were dropped on the window; the preload turns File objects into paths. */
  importPaths: {
    request: z.object({ job: z.string(), paths: z.array(z.string().min(1).max(32_768)).max(100_000) }),
    response: importAnswerSchema,
  },
  /** A new report of what is on the clipboard: its HTML where there is some, else its text. */
  importClipboard: { request: z.object({ job: z.string() }), response: importAnswerSchema },
  /** Another file becomes the report's text; notes are re-anchored. */
  replaceTextWithDialog: { request: z.object({ reportId }), response: versionAnswerSchema.nullable() },
  /** Copies the file as it was imported to where the user wants it. */
  saveOriginalWithDialog: {
    request: z.object({ reportId }),
    response: z.object({ path: z.string() }).nullable(),
  },
  /** `reportIds` null = every report that has notes. */
  exportWithDialog: {
    request: z.object({ reportIds: reportIds.nullable() }),
    response: exportAnswerSchema.nullable(),
  },
  showExported: { request: z.object({ path: z.string() }), response: empty },
  openDataFolder: { request: empty, response: empty },
  copyText: { request: z.object({ text: z.string().max(10_000_000) }), response: empty },
  toggleFullScreen: { request: empty, response: empty },
} as const;

/** What menus and the system can ask of the window. */
export const MENU_COMMANDS = [
  'import',
  'import-clipboard',
  'report-info',
  'reopen-encoding',
  'replace-text',
  'save-original',
  'outline',
  'export',
  'export-all',
  'find',
  'find-next',
  'find-previous',
  'undo',
  'redo',
  'settings',
  'shortcuts',
  'toggle-library',
  'toggle-notes',
  'repairs',
  'source-layer',
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
  notesChanged: z.object({ reportIds: z.array(z.string()) }),
  /** `timeLeft` in milliseconds, null until it can be told. */
  importProgress: z.object({
    job: z.string(),
    done: z.number(),
    total: z.number(),
    path: z.string(),
    timeLeft: z.number().nullable(),
  }),
  packsState: z.object({ state: z.enum(['loading', 'ready', 'failed']) }),
  openLink: z.object({ reportId: z.string(), note: z.string().nullable() }),
  menuCommand: z.object({ command: z.enum(MENU_COMMANDS) }),
} as const;
