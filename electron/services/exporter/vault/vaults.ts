import { DEFAULT_PROJECT } from '#core/annotations/codes-tree.ts';
import { ZhupiError } from '#core/base/app-error.ts';
import type { ExportAnswer } from '#core/ipc/payloads.ts';
import { findProject, listProjectRows } from '../../store/project-table.ts';
import { createVault, type Vault, type VaultDeps } from './vault.ts';
import { readVault } from './vault-settings.ts';

/** The vaults of all projects. A project that is named must be there: `project-unknown` is thrown. */
export interface Vaults {
  /** null or left out = the first project, which has every report. */
  of(projectId?: string): Vault;
  /** Something was written to the journal, by this process or another. */
  changed(): void;
  /** Writes what is waiting, and ends. */
  close(): Promise<void>;
}

/** Makes the vault of a project when it is first asked for, or has something to write. Two never write at the same time. */
export function createVaults(deps: Omit<VaultDeps, 'projectId'>): Vaults {
  const { connection } = deps;
  const vaults = new Map<string, Vault>();
  let running: Promise<unknown> = Promise.resolve();
  // Two vaults may be one folder.
  const exportMarkdown: VaultDeps['exportMarkdown'] = (exportDeps, request) => {
    const work = (): Promise<ExportAnswer> => deps.exportMarkdown(exportDeps, request);
    const next = running.then(work, work);
    running = next.catch(() => undefined);
    return next;
  };
  const vaultOf = (projectId: string): Vault => {
    const known = vaults.get(projectId) ?? createVault({ ...deps, exportMarkdown, projectId });
    vaults.set(projectId, known);
    return known;
  };
  return {
    of: (projectId = DEFAULT_PROJECT) => {
      if (findProject(connection, projectId) === null) {
        throw new ZhupiError('project-unknown', { id: projectId });
      }
      return vaultOf(projectId);
    },
    changed: () => {
      for (const { id } of listProjectRows(connection)) {
        if (readVault(connection, id).folder !== null) vaultOf(id).changed();
      }
    },
    close: async () => {
      await Promise.all([...vaults.values()].map((vault) => vault.close()));
    },
  };
}
