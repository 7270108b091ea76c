import * as z from 'zod';
import { DEFAULT_PROJECT } from '#core/annotations/codes-tree.ts';
import { vaultResultSchema, vaultSettingsSchema, type VaultState } from '#core/ipc/calls/export-calls.ts';
import type { Connection } from '../../store/connection.ts';
import { filedReports } from '../../store/project-table.ts';
import { readSetting, writeSetting } from '../../store/settings-table.ts';
import { decodeText } from '../../store/wtf8.ts';

/**
 * The row of a project's vault among the settings. The folder stands in it, too: it is a place on this machine, which a merge of
 * libraries must not bring along, and a project that is deleted and comes back has its vault again.
 */
const keyOf = (projectId: string): string => `vault:${projectId}`;

const storedSchema = vaultSettingsSchema.extend({
  /** Left out by a program that kept one vault, with its folder in the row of the project. */
  folder: z.string().nullable().optional(),
  last: vaultResultSchema.nullable(),
  /** The newest row of the journal that is written in the vault. */
  seq: z.number().int().nonnegative(),
});
type Stored = z.infer<typeof storedSchema>;

/** The vault of a project as the library keeps it. */
export interface KeptVault extends VaultState {
  readonly seq: number;
}

export function readVault(connection: Connection, projectId: string): KeptVault {
  const parsed = storedSchema.safeParse(readSetting(connection, keyOf(projectId)));
  const { folder = projectFolder(connection, projectId), ...stored } = parsed.success ? parsed.data : NEW;
  return { ...stored, folder };
}

const NEW: Stored = {
  keepsUpToDate: true,
  template: null,
  script: 'source',
  deleted: 'remove',
  last: null,
  seq: 0,
};

function projectFolder(connection: Connection, projectId: string): string | null {
  if (projectId !== DEFAULT_PROJECT) return null;
  const row = connection.get<{ folder: Uint8Array | null }>(
    'SELECT vault_folder AS folder FROM project WHERE id = ?',
    projectId,
  );
  return row?.folder ? decodeText(row.folder) : null;
}

export function changeVault(
  connection: Connection,
  projectId: string,
  change: { readonly [K in keyof Stored]?: Exclude<Stored[K], undefined> },
): KeptVault {
  return connection.write(() => {
    const next = { ...readVault(connection, projectId), ...change };
    writeSetting(connection, keyOf(projectId), storedSchema.parse(next));
    return readVault(connection, projectId);
  });
}

/** Another folder has nothing written in it yet; what was said of the last one is forgotten. */
export function setVaultFolder(connection: Connection, projectId: string, folder: string | null): KeptVault {
  return changeVault(connection, projectId, { folder, last: null, seq: 0 });
}

/** The reports whose notes belong into a project's vault; null = all of them, as the first project has. */
export function vaultReports(connection: Connection, projectId: string): ReadonlySet<string> | null {
  if (projectId === DEFAULT_PROJECT) return null;
  return new Set(filedReports(connection).get(projectId) ?? []);
}
