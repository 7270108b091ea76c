import * as z from 'zod';
import { CODE_COLOURS, LONGEST_NAME } from './codes.ts';

/** A name that a user gives: trimmed, not empty. */
export const givenNameSchema = z.string().trim().min(1).max(LONGEST_NAME);

/** What a colour of a note means (DESIGN 9.20). */
export const codeSchema = z.object({
  /** One of BUILT_IN_CODES, or `c` + 16 random [a-z0-9]. */
  id: z.string().min(1).max(64),
  /** Empty for a built-in one that the user has not named: its colour names it then. */
  name: z.string().max(LONGEST_NAME),
  /** One of CODE_COLOURS, or what a newer Zhupi wrote. */
  color: z.string().min(1).max(64),
  /** The code above it; one level. */
  parentId: z.string().nullable(),
  /** The project whose own it is; null = of all projects. */
  projectId: z.string().nullable(),
  /** Among the codes with the same parent and project. */
  position: z.number().int().nonnegative(),
  builtIn: z.boolean(),
  /** 1 when made, one more with each change. A write names the revision it saw. */
  revision: z.number().int().positive(),
});
export type Code = Readonly<z.infer<typeof codeSchema>>;

/** What a user may change of a code; its place in the tree is moved. An empty name gives a built-in one its first name back. */
export const codeChangeSchema = z.object({
  name: z.string().trim().max(LONGEST_NAME).optional(),
  color: z.enum(CODE_COLOURS).optional(),
  projectId: z.string().min(1).max(64).nullable().optional(),
});
export type CodeChange = Readonly<z.infer<typeof codeChangeSchema>>;

/** A named set of reports with its own codes. The project `default` has every report and cannot be deleted. */
export const projectSchema = z.object({
  /** `default`, or `j` + 16 random [a-z0-9]. */
  id: z.string().min(1).max(64),
  name: z.string().max(LONGEST_NAME),
  position: z.number().int().nonnegative(),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  revision: z.number().int().positive(),
});
export type Project = Readonly<z.infer<typeof projectSchema>>;
