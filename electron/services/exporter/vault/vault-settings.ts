import * as z from 'zod';
import { DEFAULT_PROJECT } from '#core/annotations/codes-tree.ts';
import { vaultResultSchema, vaultSettingsSchema, type VaultState } from '#core/ipc/calls/export-calls.ts';
import type { Connection } from '../../store/connection.ts';
import { readSetting, writeSetting } from '../../store/settings-table.ts';
import { decodeText, encodeText } from '../../store/wtf8.ts';

const KEY = `vault:${DEFAULT_PROJECT}`;

const storedSchema = vaultSettingsSchema.omit({ folder: true }).extend({
  last: vaultResultSchema.nullable(),
  /** The newest row of the journal that is written in the vault. */
  seq: z.number().int().nonnegative(),
});
type Stored = z.infer<typeof storedSchema>;

/** The vault of a project as the library keeps it. */
export interface KeptVault extends VaultState {
  readonly seq: number;
}

export function readVault(connection: Connection): KeptVault {
  const row = connection.get<{ folder: Uint8Array | null }>(
    'SELECT vault_folder AS folder FROM project WHERE id = ?',
    DEFAULT_PROJECT,
  );
  const parsed = storedSchema.safeParse(readSetting(connection, KEY));
  const folder = row?.folder ?? null;
  return {
    ...(parsed.success ? parsed.data : NEW),
    folder: folder === null ? null : decodeText(folder),
  };
}

const NEW: Stored = {
  keepsUpToDate: true,
  template: null,
  script: 'source',
  deleted: 'remove',
  last: null,
  seq: 0,
};

export function changeVault(connection: Connection, change: Partial<Stored>): KeptVault {
  return connection.write(() => stored(connection, change));
}

/** Another folder has nothing written in it yet; what was said of the last one is forgotten. */
export function setVaultFolder(connection: Connection, folder: string | null): KeptVault {
  return connection.write(() => {
    connection.run(
      'UPDATE project SET vault_folder = ? WHERE id = ?',
      folder === null ? null : encodeText(folder),
      DEFAULT_PROJECT,
    );
    return stored(connection, { last: null, seq: 0 });
  });
}

/** Inside the caller's transaction. */
function stored(connection: Connection, change: Partial<Stored>): KeptVault {
  const { folder: _folder, ...before } = readVault(connection);
  writeSetting(connection, KEY, storedSchema.parse({ ...before, ...change }));
  return readVault(connection);
}
