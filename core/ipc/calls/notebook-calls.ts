import * as z from 'zod';
import { ANCHOR_STATES, ANNOTATION_KINDS, annotationSchema } from '../../annotations/record.ts';
import { NOTEBOOK_SORTS } from '../../annotations/notebook.ts';
import { empty, reportId, reportIds } from './shapes.ts';

const code = z.string().min(1).max(64);
const tag = z.string().min(1);
const noteId = z.string().min(1).max(64);
const job = z.string().min(1).max(64);
const noteIds = z.array(noteId).max(100_000);

/** What the list of notes is narrowed to, and its order: see core/annotations/notebook.ts. */
export const notebookQuerySchema = z.object({
  filter: z.object({
    text: z.string().max(1000),
    codes: z.array(code).max(1000),
    tags: z.array(tag).max(100),
    states: z.array(z.enum(ANCHOR_STATES)).max(10),
    kinds: z.array(z.enum(ANNOTATION_KINDS)).max(10),
    reportIds: reportIds.nullable(),
  }),
  sort: z.enum(NOTEBOOK_SORTS),
});
export type NotebookQuery = Readonly<z.infer<typeof notebookQuerySchema>>;

const counted = z.array(z.object({ value: z.string(), count: z.number() }));

/** What a query finds, without the notes themselves. All counts are exact. */
export const notebookAnswerSchema = z.object({
  /** Notes of the reports asked for, whatever the rest of the filter says. */
  all: z.number(),
  matching: z.number(),
  /** The reports that the matching notes are of, in the order of the list. */
  groups: z.array(z.object({ reportId, title: z.string(), count: z.number() })),
  /** Counted over `all`. */
  counts: z.object({ codes: counted, tags: counted, states: counted, kinds: counted }),
});
export type NotebookAnswer = Readonly<z.infer<typeof notebookAnswerSchema>>;

/** A note as a line of the list shows it. */
export const notebookRowSchema = z.object({
  annotation: annotationSchema,
  /** The passage in the reading text; for a bookmark what follows it; empty for a note on a whole report. */
  quote: z.string(),
  title: z.string(),
});
export type NotebookRow = Readonly<z.infer<typeof notebookRowSchema>>;

const slice = { offset: z.number().int().nonnegative(), limit: z.number().int().positive() };

/** One state that a note had. */
export const noteVersionSchema = z.object({
  /** Number of its journal row. */
  seq: z.number(),
  /** Milliseconds since 1970. */
  time: z.number(),
  actor: z.string(),
  what: z.enum(['created', 'changed', 'carried', 'deleted', 'restored']),
  /** The note as it was from then on; of a deletion, as it was before. */
  annotation: annotationSchema,
  isCurrent: z.boolean(),
});
export type NoteVersion = Readonly<z.infer<typeof noteVersionSchema>>;

export const deletedNoteSchema = notebookRowSchema.extend({ deletedAt: z.number(), actor: z.string() });
export type DeletedNote = Readonly<z.infer<typeof deletedNoteSchema>>;

/** The list of notes over the whole library, bulk actions, the history of a note, and the trash of notes. */
export const notebookCalls = {
  notebook: { request: notebookQuerySchema, response: notebookAnswerSchema },
  /** Lines of a query's list. */
  notebookRows: {
    request: notebookQuerySchema.extend({ ...slice, limit: slice.limit.max(500) }),
    response: z.array(notebookRowSchema),
  },
  /** Ids of a query's list, for choosing many. */
  notebookIds: {
    request: notebookQuerySchema.extend({ ...slice, limit: slice.limit.max(100_000) }),
    response: z.array(z.string()),
  },
  /**
   * One action, one undo; told by `notesProgress` where it has a job. Notes that it leaves as they are, or that are gone, are not
   * counted; one that is cancelled changes nothing, unless others have meanwhile built on it.
   */
  changeNotes: {
    request: z.object({
      job: job.optional(),
      ids: noteIds,
      change: z.object({
        code: code.optional(),
        addTags: z.array(tag).max(100).optional(),
        removeTags: z.array(tag).max(100).optional(),
        settle: z.enum(['here', 'nowhere']).optional(),
      }),
    }),
    response: z.object({ changed: z.number(), cancelled: z.boolean() }),
  },
  /** Ends an action on many notes that is under way. */
  cancelNotes: { request: z.object({ job }), response: empty },
  /** The newest first; also of a note that was deleted. */
  noteHistory: { request: z.object({ id: noteId }), response: z.array(noteVersionSchema) },
  /** Makes a note what it was at `seq`, as a change that undo takes back. */
  restoreNoteVersion: {
    request: z.object({ id: noteId, seq: z.number().int().positive() }),
    response: annotationSchema,
  },
  /** Notes deleted in the last thirty days, the last one first, and how many there are in all. */
  listDeletedNotes: {
    request: z.object({ limit: z.number().int().positive().max(1000) }),
    response: z.object({ total: z.number(), notes: z.array(deletedNoteSchema) }),
  },
  /** Brings deleted notes back, as one action. */
  restoreNotes: { request: z.object({ ids: noteIds }), response: z.array(annotationSchema) },
} as const;
