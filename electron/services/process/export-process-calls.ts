import * as z from 'zod';
import {
  exportChoiceSchema,
  exportMainCalls,
  notesImportAnswerSchema,
  vaultStateSchema,
} from '#core/ipc/calls/export-calls.ts';
import { exportAnswerSchema } from '#core/ipc/payloads.ts';

const filePath = z.string().min(1).max(32_768);

/** Calls of export and import of notes that main adds paths to, from the system's dialogs and from dropped files. */
export const exportProcessCalls = {
  exportNotes: {
    request: exportChoiceSchema.extend({
      folder: filePath,
      /** Name of the one file in it; null = a file a report. */
      file: z.string().min(1).max(255).nullable(),
    }),
    response: exportAnswerSchema,
  },
  chooseVault: {
    request: exportMainCalls.chooseVaultWithDialog.request.extend({ folder: filePath.nullable() }),
    response: vaultStateSchema,
  },
  importNotes: { request: exportMainCalls.importNotesPaths.request, response: notesImportAnswerSchema },
} as const;
