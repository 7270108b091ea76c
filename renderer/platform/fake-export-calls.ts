import { DEFAULT_PROJECT } from '#core/annotations/codes-tree.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { ZhupiApi } from '#core/ipc/api.ts';
import type { NotesImportAnswer, VaultState } from '#core/ipc/calls/export-calls.ts';
import { FORMAT_EXTENSIONS } from '#core/export/export-formats.ts';
import { BUILT_IN_TEMPLATES } from '#core/export/export-template.ts';
import type { ReportSummary } from '#core/report/report.ts';
import type { FakeWorld } from './fake-world.ts';

type ExportMethods = Pick<
  ZhupiApi,
  | 'exportWithDialog'
  | 'exportText'
  | 'previewTemplate'
  | 'listTemplates'
  | 'saveTemplate'
  | 'deleteTemplate'
  | 'vaultState'
  | 'changeVault'
  | 'forgetVault'
  | 'updateVault'
  | 'chooseVaultWithDialog'
  | 'importNotesWithDialog'
  | 'importNotesDropped'
>;

const NO_VAULT: VaultState = {
  folder: null,
  keepsUpToDate: true,
  template: null,
  script: 'source',
  deleted: 'remove',
  last: null,
};

/** Export and import of notes: paths and counts as the program answers them, texts as short as a test needs. */
export function fakeExportCalls(world: FakeWorld): ExportMethods {
  const { answer, store } = world;
  const vaults = new Map<string, VaultState>();
  const vaultOf = (projectId = DEFAULT_PROJECT): VaultState => vaults.get(projectId) ?? NO_VAULT;
  const keep = (projectId = DEFAULT_PROJECT, change: Partial<VaultState>): VaultState => {
    const vault = { ...vaultOf(projectId), ...change };
    vaults.set(projectId, vault);
    return vault;
  };
  const chosen = (reportIds: readonly string[] | null) =>
    store
      .summaries()
      .filter(({ reportId, notes }) => (reportIds === null ? notes > 0 : reportIds.includes(reportId)));
  const imported = (name: string): NotesImportAnswer => {
    const counts = { added: 2, updated: 0, kept: 0, unchanged: 1, refused: 0, missing: 0 };
    const states = { exact: 1, moved: 0, doubtful: 1, orphan: 0 };
    return { files: [{ path: `/home/reader/${name}`, ...counts, states, error: null }], reportIds: [] };
  };
  return {
    exportWithDialog: ({ reportIds, format = 'markdown', where = 'folder' }) =>
      answer('exportWithDialog', () => {
        const written = { status: 'written' as const, error: null };
        const reports = chosen(reportIds);
        const annotations = reports.reduce((sum, { notes }) => sum + notes, 0);
        const pathOf = (name: string): string => `/home/reader/notes/${name}${FORMAT_EXTENSIONS[format]}`;
        if (where === 'file') return { files: [{ path: pathOf('Notes'), annotations, ...written }] };
        const fileOf = ({ title, notes }: ReportSummary) => ({ path: pathOf(title), annotations: notes });
        return { files: reports.map((report) => ({ ...fileOf(report), ...written })) };
      }),
    exportText: ({ reportIds }) =>
      answer('exportText', () => {
        const reports = chosen(reportIds);
        const annotations = reports.reduce((sum, { notes }) => sum + notes, 0);
        return { text: reports.map(({ title }) => `# ${title}\n`).join('\n'), annotations };
      }),
    previewTemplate: ({ template }) =>
      answer('previewTemplate', () => ({ text: template.file.replace('{{ notes }}', template.note) })),
    listTemplates: () => answer('listTemplates', () => [...BUILT_IN_TEMPLATES, ...store.templates]),
    saveTemplate: ({ id, ...parts }) =>
      answer('saveTemplate', () => {
        const { templates } = store;
        const saved = { ...parts, id: id ?? `t${String(templates.length + 1)}` };
        store.writeTemplates(
          id === null ? [...templates, saved] : templates.map((each) => (each.id === id ? saved : each)),
        );
        return saved;
      }),
    deleteTemplate: ({ id }) =>
      answer('deleteTemplate', () => {
        store.writeTemplates(store.templates.filter((each) => each.id !== id));
        return {};
      }),
    vaultState: ({ projectId }) => answer('vaultState', () => vaultOf(projectId)),
    changeVault: ({ projectId, ...change }) =>
      answer('changeVault', () => keep(projectId, change as Partial<VaultState>)),
    forgetVault: ({ projectId }) =>
      answer('forgetVault', () => keep(projectId, { folder: null, last: null })),
    updateVault: ({ projectId }) =>
      answer('updateVault', () => {
        if (vaultOf(projectId).folder === null) throw new ZhupiError('vault-not-chosen');
        const written = chosen(null).length;
        keep(projectId, { last: { time: 0, written, unchanged: 0, refused: 0, error: null } });
        return { files: [] };
      }),
    chooseVaultWithDialog: ({ projectId = DEFAULT_PROJECT }) =>
      answer('chooseVaultWithDialog', () =>
        keep(projectId, {
          folder: projectId === DEFAULT_PROJECT ? '/home/reader/vault' : `/home/reader/vault-${projectId}`,
        }),
      ),
    importNotesWithDialog: () => answer('importNotesWithDialog', () => imported('notes.json')),
    importNotesDropped: (_reportId, files) =>
      answer('importNotesDropped', () => imported(files[0]?.name ?? 'notes.json')),
  };
}
