import { givenCodeNames } from '#core/annotations/codes-names.ts';
import type { AppError } from '#core/base/app-error.ts';
import type { ExportAnswer } from '#core/ipc/payloads.ts';
import type { ExportDeps, ExportNotesRequest } from '../export-types.ts';
import type { Library, LibraryParts } from '../library-types.ts';
import type { ReportReader } from '../report-types.ts';
import { listNotes, type NotesDeps } from '../notes/notes.ts';
import { listCodes } from '../store/code-table.ts';
import type { ScriptOptionsOf } from '../script/script-rules.ts';
import { deleteTemplate, findTemplate, listTemplates, saveTemplate } from './templates/template-store.ts';
import { createVaults } from './vault/vaults.ts';

interface ExportCallDeps {
  readonly notes: NotesDeps;
  readonly reports: ReportReader;
  readonly scriptOptions: ScriptOptionsOf;
  readonly parts: Pick<LibraryParts, 'exportMarkdown' | 'exportData' | 'exportReferences'>;
  /** Whether the vault is kept up to date here; commands leave that to the window. */
  readonly keepsVault: boolean;
  /** Behind a call that changed notes or templates. */
  readonly changed: () => void;
  readonly onVaultFailed: (error: AppError) => void;
}

/** Export, templates, the vault, and notes that come in from files. What writes formats is loaded when it is first asked for. */
export function exportLibraryCalls(given: ExportCallDeps) {
  const { notes, reports, parts } = given;
  const { connection } = notes;
  const deps: ExportDeps = {
    reports,
    listNotes: (reportId) => listNotes(notes, reportId),
    scriptOptions: given.scriptOptions,
    template: (id) => findTemplate(connection, id),
    codeNames: () => givenCodeNames(listCodes(connection)),
  };
  const { exportMarkdown } = parts;
  const vaults = createVaults({
    ...{ connection, exportDeps: deps, exportMarkdown, now: notes.now, onFailed: given.onVaultFailed },
  });
  if (given.keepsVault) vaults.changed();
  const told = <T>(answer: T): T => {
    given.changed();
    return answer;
  };
  const calls = {
    exportMarkdown: (request) => exportMarkdown(deps, request),
    exportData: (request) => parts.exportData(deps, request),
    exportReferences: (request) => parts.exportReferences(deps, request),
    exportNotes: (request) => exportNotes(deps, parts, request),
    exportText: async (request) => (await import('./export-text.ts')).exportText(deps, request),
    previewTemplate: async (request) => (await import('./export-text.ts')).previewTemplate(deps, request),
    listTemplates: () => listTemplates(connection),
    saveTemplate: async (template) => {
      const { prepareTemplate } = await import('./templates/liquid.ts');
      prepareTemplate(template.file, 'file');
      prepareTemplate(template.note, 'note');
      return told(saveTemplate(notes, template));
    },
    deleteTemplate: ({ id }) => {
      deleteTemplate(notes, id);
      return told({});
    },
    vaultState: ({ projectId }) => vaults.of(projectId).state(),
    changeVault: ({ projectId, ...change }) => vaults.of(projectId).change(definedOf(change)),
    chooseVault: ({ projectId, folder }) => vaults.of(projectId).choose(folder),
    forgetVault: ({ projectId }) => vaults.of(projectId).choose(null),
    updateVault: ({ projectId }) => vaults.of(projectId).update(),
    importNotes: async (request) => {
      const { importNotes } = await import('../notes-import/import-notes.ts');
      return told(await importNotes({ ...notes, reports }, request));
    },
  } satisfies Partial<Library>;
  return {
    calls,
    /** Something was written to the journal. */
    journalChanged: () => {
      if (given.keepsVault) vaults.changed();
    },
    close: vaults.close,
  };
}

async function exportNotes(
  deps: ExportDeps,
  parts: ExportCallDeps['parts'],
  request: ExportNotesRequest,
): Promise<ExportAnswer> {
  const { format } = request;
  switch (format) {
    case 'markdown':
      return parts.exportMarkdown(deps, request);
    case 'docx':
      return (await import('./export-word.ts')).exportWord(deps, request);
    case 'json':
    case 'csv':
      return parts.exportData(deps, { ...request, format });
    default:
      return parts.exportReferences(deps, { ...request, format });
  }
}

/** A field that is there but undefined (zod's optional) must not overwrite. */
function definedOf<T extends object>(change: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as never;
}
