import * as z from 'zod';
import { CODE_COLOURS } from '../../annotations/codes.ts';
import { LOCALES } from '../../base/locale.ts';
import { codeChangeSchema, codeSchema, givenNameSchema } from '../../annotations/codes-record.ts';
import { empty, reportId } from './shapes.ts';

const id = z.string().min(1).max(64);
const revision = z.number().int().positive();
const tag = z.string().min(1);

/** How many notes of a report have a code. */
const matrixCellSchema = z.object({ reportId, code: z.string(), notes: z.number().int().positive() });

const tagCountSchema = z.object({ name: z.string(), notes: z.number().int().positive() });
export type TagCount = Readonly<z.infer<typeof tagCountSchema>>;

/** Codes, what has them, and tags. Every change is one step of the history. */
export const codeCalls = {
  /** Of all projects, in no order. */
  listCodes: { request: empty, response: z.array(codeSchema) },
  createCode: {
    request: z.object({
      name: givenNameSchema,
      color: z.enum(CODE_COLOURS),
      parentId: id.nullable(),
      projectId: id.nullable(),
    }),
    response: codeSchema,
  },
  changeCode: { request: z.object({ id, revision, change: codeChangeSchema }), response: codeSchema },
  /** Puts a code before another, or last; at the top or under a parent. */
  moveCode: {
    request: z.object({ id, parentId: id.nullable(), beforeId: id.nullable() }),
    response: z.array(codeSchema),
  },
  /** Its notes go to another code in the same step. */
  deleteCode: { request: z.object({ id, moveTo: id }), response: z.object({ notes: z.number() }) },
  /** Notes out of the trash, by report and code; null = of all reports. */
  countByCode: { request: z.object({ projectId: id.nullable() }), response: z.array(matrixCellSchema) },
  /** The most used first. */
  countTags: { request: empty, response: z.array(tagCountSchema) },
  /** Gives every note with any of these tags the tag `to` instead (rename, merge), or, with null, none. */
  changeTags: {
    request: z.object({ tags: z.array(tag).min(1).max(100_000), to: tag.nullable() }),
    response: z.object({ notes: z.number() }),
  },
} as const;

/** Answered by main. */
export const codeMainCalls = {
  /** Codes × reports of a project as CSV; null = cancelled. */
  saveCodeTableWithDialog: {
    request: z.object({ projectId: id }),
    response: z.object({ path: z.string() }).nullable(),
  },
} as const;

/** What main asks of the library process for it: the names of codes are in the language of the interface. */
export const codeProcessCalls = {
  writeCodeTable: {
    request: z.object({ projectId: id, path: z.string().min(1).max(32_768), locale: z.enum(LOCALES) }),
    response: z.object({ path: z.string() }),
  },
} as const;
