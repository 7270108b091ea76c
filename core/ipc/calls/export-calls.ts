import * as z from 'zod';
import { GB_T_7714_EDITIONS } from '../../export/citation/gb-t-7714.ts';
import { EXPORT_FORMATS, TEXT_FORMATS } from '../../export/export-formats.ts';
import { DELETED_NOTES } from '../../export/markdown-style.ts';
import { VIEW_SCRIPTS } from '../../report/script.ts';
import { appErrorSchema, exportAnswerSchema } from '../payloads.ts';
import { empty, reportId, reportIds } from './shapes.ts';

const templateId = z.string().min(1).max(64);
const part = z.string().max(100_000);
const templatePartsSchema = z.object({ file: part, note: part, hasSections: z.boolean() });

export const exportTemplateSchema = templatePartsSchema.extend({
  id: templateId,
  /** Empty for one that comes with the program. */
  name: z.string().max(200),
});

/** What is exported and how; all but the scope and the format can be left out. */
const choice = {
  /** null = every report that has notes. */
  reportIds: reportIds.nullable(),
  noteIds: z.array(z.string().min(1).max(64)).max(100_000).nullable().default(null),
  /** The script that is shown beside the source's; `source` = none. */
  script: z.enum(VIEW_SCRIPTS).default('source'),
  /** Markdown: the id of a template; null = Zhupi's own form. */
  template: templateId.nullable().default(null),
  /** Markdown: what becomes of untouched blocks of deleted notes. */
  deleted: z.enum(DELETED_NOTES).default('remove'),
  edition: z.enum(GB_T_7714_EDITIONS).default('2025'),
};

/** A choice for files; what main adds a place to. */
export const exportChoiceSchema = z.object({ ...choice, format: z.enum(EXPORT_FORMATS).default('markdown') });

export const vaultSettingsSchema = z.object({
  /** null = none is chosen. */
  folder: z.string().nullable(),
  /** Whether every change of a note is written there. */
  keepsUpToDate: z.boolean(),
  template: templateId.nullable(),
  script: z.enum(VIEW_SCRIPTS),
  deleted: z.enum(DELETED_NOTES),
});

/** What came of the last writing into the vault. */
export const vaultResultSchema = z.object({
  /** Milliseconds since 1970. */
  time: z.number(),
  written: z.number(),
  unchanged: z.number(),
  refused: z.number(),
  error: appErrorSchema.nullable(),
});

export const vaultStateSchema = vaultSettingsSchema.extend({ last: vaultResultSchema.nullable() });
export type VaultState = Readonly<z.infer<typeof vaultStateSchema>>;

/** The project whose vault is meant; left out, the first one, which has every report. */
const ofProject = z.object({ projectId: z.string().min(1).max(64).optional() });

const count = z.number().int().nonnegative();

/** What became of the notes of each file. */
export const notesImportAnswerSchema = z.object({
  files: z.array(
    z.object({
      path: z.string(),
      added: count,
      /** A newer state of a note that nobody has changed here since it came in. */
      updated: count,
      /** Conflicts: a note beside the one that is here. */
      kept: count,
      unchanged: count,
      /** Entries that are no annotations, or that no note can hold. */
      refused: count,
      /** Notes of reports that are not in the library. */
      missing: count,
      /** How sure the places are of the notes that came in. */
      states: z.object({ exact: count, moved: count, doubtful: count, orphan: count }),
      error: appErrorSchema.nullable(),
    }),
  ),
  /** Reports whose notes changed. */
  reportIds: z.array(z.string()),
});
export type NotesImportAnswer = Readonly<z.infer<typeof notesImportAnswerSchema>>;

/** Export, templates and the vaults of projects, answered by the library process. */
export const exportCalls = {
  /** The notes as a text for the clipboard. */
  exportText: {
    request: z.object({ ...choice, format: z.enum(TEXT_FORMATS) }),
    response: z.object({ text: z.string(), annotations: count }),
  },
  /** What a template makes of a report's first notes; null = of any report that has some. */
  previewTemplate: {
    request: z.object({
      reportId: reportId.nullable(),
      template: templatePartsSchema,
      script: z.enum(VIEW_SCRIPTS),
      edition: z.enum(GB_T_7714_EDITIONS),
    }),
    response: z.object({ text: z.string() }),
  },
  /** Those of the program first. */
  listTemplates: { request: empty, response: z.array(exportTemplateSchema) },
  /** Without an id, a new one. */
  saveTemplate: {
    request: templatePartsSchema.extend({
      id: templateId.nullable(),
      name: z.string().trim().min(1).max(200),
    }),
    response: exportTemplateSchema,
  },
  deleteTemplate: { request: z.object({ id: templateId }), response: empty },
  vaultState: { request: ofProject, response: vaultStateSchema },
  changeVault: {
    request: vaultSettingsSchema.omit({ folder: true }).partial().extend(ofProject.shape),
    response: vaultStateSchema,
  },
  /** The folder stays as it is; nothing is written there any more. */
  forgetVault: { request: ofProject, response: vaultStateSchema },
  updateVault: { request: ofProject, response: exportAnswerSchema },
} as const;

/** What main asks the user a place for; null = cancelled. */
export const exportMainCalls = {
  exportWithDialog: {
    request: exportChoiceSchema.extend({ where: z.enum(['folder', 'file']).default('folder') }),
    response: exportAnswerSchema.nullable(),
  },
  chooseVaultWithDialog: { request: ofProject, response: vaultStateSchema.nullable() },
  /** `reportId` is the report of annotations that name none of ours. */
  importNotesWithDialog: {
    request: z.object({ reportId: reportId.nullable() }),
    response: notesImportAnswerSchema.nullable(),
  },
  /** Files that were dropped on the window; the preload turns File objects into paths. */
  importNotesPaths: {
    request: z.object({
      reportId: reportId.nullable(),
      paths: z.array(z.string().min(1).max(32_768)).max(1000),
    }),
    response: notesImportAnswerSchema,
  },
} as const;

/** What the library tells without being asked: the vault could not be written, for the first time since it could. */
export const exportEvents = { vaultFailed: appErrorSchema } as const;
