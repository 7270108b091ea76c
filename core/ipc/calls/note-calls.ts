import * as z from 'zod';
import { annotationChangeSchema, annotationSchema, ANNOTATION_KINDS } from '../../annotations/record.ts';
import {
  historyAnswerSchema,
  historyStateSchema,
  noteChangeAnswerSchema,
  noteCandidateSchema,
} from '../payloads.ts';
import { empty, offset, reportId } from './shapes.ts';

/** `job` names it for who follows it. */
const historyRequest = z.object({ job: z.string().min(1).max(64).optional() });

/** Notes, tags, and the history that undo walks. */
export const noteCalls = {
  listNotes: { request: z.object({ reportId: reportId.nullable() }), response: z.array(annotationSchema) },
  createNote: {
    request: z.object({
      reportId,
      start: offset,
      end: offset,
      kind: z.enum(ANNOTATION_KINDS),
      // How much of each: core/annotations/note-limits.ts, which answers with a sentence.
      code: z.string(),
      note: z.string(),
      tags: z.array(z.string()),
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
  /** `job` names an action on many notes: see `changeNotes`. */
  deleteNotes: {
    request: z.object({ ids: z.array(z.string()).max(100_000), job: z.string().min(1).max(64).optional() }),
    response: z.object({ cancelled: z.boolean() }),
  },
  listTags: { request: empty, response: z.array(z.string()) },
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
  /** One action; of many notes it goes in steps, told by `notesProgress` where it has a job. */
  undo: { request: historyRequest, response: historyAnswerSchema },
  redo: { request: historyRequest, response: historyAnswerSchema },
  historyState: { request: empty, response: historyStateSchema },
} as const;
