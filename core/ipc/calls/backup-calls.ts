import * as z from 'zod';
import { empty } from './shapes.ts';

/** Why a copy of the database was made; `bulk` = before a change of many records, which `action` names. */
export const BACKUP_REASONS = ['daily', 'migration', 'restore', 'merge', 'bulk', 'hand', 'other'] as const;

/** A copy of the database in backups/; it was checked when it was written. */
export const backupSchema = z.object({
  /** Name of its file. */
  name: z.string(),
  /** Milliseconds since 1970. */
  madeAt: z.number(),
  bytes: z.number(),
  reason: z.enum(BACKUP_REASONS),
});
export type BackupEntry = Readonly<z.infer<typeof backupSchema>>;

/** What of one report could not be brought back from damaged data. */
export const lostRecordSchema = z.object({
  /** Empty where it is not known. */
  reportId: z.string(),
  title: z.string(),
  /** Its text is nowhere: the report stands there empty, with its notes. */
  text: z.boolean(),
  /** What it says about itself is lost; its title is the first line of its text. */
  details: z.boolean(),
  /** Notes that are gone. */
  notes: z.number(),
  /** Notes that are there as they were at the time of the backup, not as they were last. */
  olderNotes: z.number(),
});
export type LostRecord = Readonly<z.infer<typeof lostRecordSchema>>;

const counts = { reports: z.number(), notes: z.number() };

/** Something about the data as a whole that the user must read. It is shown until it is closed. */
export const libraryNoticeSchema = z.discriminatedUnion('kind', [
  /** The data were damaged and put together again. `backupOf` = when the backup was made that helped. */
  z.object({
    kind: z.literal('recovered'),
    ...counts,
    setAside: z.string(),
    backupOf: z.number().nullable(),
    lost: z.array(lostRecordSchema),
    /** Reports that were imported once more from their files: nothing else was left of them. */
    remade: z.number().optional(),
    /** There was something, and nothing of it could be read. */
    unread: z.boolean().optional(),
  }),
  /** A backup took the place of the data. `before` = the backup of what was there, `missing` = originals that are nowhere. */
  z.object({
    kind: z.literal('restored'),
    ...counts,
    madeAt: z.number(),
    before: z.string().nullable(),
    setAside: z.string().nullable(),
    missing: z.number(),
  }),
  /** The data were written by a newer program: they can be read. */
  z.object({ kind: z.literal('newer') }),
  /** The data lie where a database may be spoilt: on another machine's disk, or in a folder that a service copies. */
  z.object({
    kind: z.literal('risky-folder'),
    why: z.enum(['network', 'synced']),
    folder: z.string(),
    localFolder: z.string(),
  }),
]);
export type LibraryNotice = z.infer<typeof libraryNoticeSchema>;
export type LibraryNoticeKind = LibraryNotice['kind'];
export const LIBRARY_NOTICE_KINDS = ['recovered', 'restored', 'newer', 'risky-folder'] as const;

/** A whole library in one file: see `zhupi backup`. */
export const archiveAnswerSchema = z.object({
  ok: z.boolean(),
  path: z.string(),
  bytes: z.number(),
  reports: z.number(),
  notes: z.number(),
  originals: z.number(),
  missing: z.array(z.string()),
});
export type ArchiveAnswer = z.infer<typeof archiveAnswerSchema>;

/** What an archive brought into a library: see `zhupi restore --merge`. */
export const mergeAnswerSchema = z.object({
  ok: z.boolean(),
  path: z.string(),
  /** `added` are new here, `back` were in the trash here, `same` were here already. */
  reports: z.object({ added: z.number(), back: z.number(), same: z.number() }),
  /**
   * `added` are new here (`back` of them had been deleted here), `updated` took the later state of the archive, `kept` are
   * later here or the same, `both` were changed on both sides and stand beside each other now.
   */
  notes: z.object({
    added: z.number(),
    back: z.number(),
    updated: z.number(),
    kept: z.number(),
    both: z.number(),
  }),
  /** Decisions about repairs that were new. */
  decisions: z.number(),
  /** Reports whose details took the later state of the archive. */
  details: z.number(),
  /** Codes, projects, saved searches and the like that were new. */
  records: z.number(),
  originals: z.number(),
  /** The backup of the library before; null when nothing had to change. */
  before: z.string().nullable(),
  /** Originals that are nowhere: their paths. */
  missing: z.array(z.string()),
});
export type MergeAnswer = z.infer<typeof mergeAnswerSchema>;

/** Backups, answered by the library process. */
export const backupCalls = {
  /** The newest first. */
  listBackups: { request: empty, response: z.array(backupSchema) },
  makeBackup: { request: empty, response: backupSchema },
} as const;

/** Calls that need the system's dialogs, or the library closed. */
export const backupMainCalls = {
  /** Puts a copy of backups/ in the place of the data, which are backed up first; every window starts anew behind it. */
  restoreBackup: { request: z.object({ name: z.string().min(1).max(200) }), response: empty },
  exportLibraryWithDialog: { request: empty, response: archiveAnswerSchema.nullable() },
  mergeArchiveWithDialog: { request: empty, response: mergeAnswerSchema.nullable() },
  closeNotice: { request: z.object({ kind: z.enum(LIBRARY_NOTICE_KINDS) }), response: empty },
} as const;
