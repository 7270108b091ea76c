import * as z from 'zod';
import { givenNameSchema, projectSchema } from '../../annotations/codes-record.ts';
import { empty, reportIds } from './shapes.ts';

const id = z.string().min(1).max(64);

/** A project and what is filed in it; null = every report of the library. */
const filledProjectSchema = projectSchema.extend({ reportIds: z.array(z.string()).nullable() });
export type FilledProject = Readonly<z.infer<typeof filledProjectSchema>>;

/** Projects and the reports that are filed in them. Every change is one step of the history. */
export const projectCalls = {
  listProjects: { request: empty, response: z.array(filledProjectSchema) },
  createProject: { request: z.object({ name: givenNameSchema }), response: projectSchema },
  renameProject: {
    request: z.object({ id, revision: z.number().int().positive(), name: givenNameSchema }),
    response: projectSchema,
  },
  /** Reports stay in the library; its codes become codes of all projects. */
  deleteProject: { request: z.object({ id }), response: empty },
  /** Files reports in a project, or takes them out of it. Answers how many that changed. */
  fileReports: {
    request: z.object({ projectId: id, reportIds, isIn: z.boolean() }),
    response: z.object({ changed: z.number() }),
  },
} as const;
