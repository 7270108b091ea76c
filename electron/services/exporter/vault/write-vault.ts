import { toAppError, ZhupiError, type AppError } from '#core/base/app-error.ts';
import type { ExportAnswer } from '#core/ipc/payloads.ts';
import { lastSeq } from '../../store/journal.ts';
import type { VaultDeps } from './vault.ts';
import { changeVault, readVault, vaultReports, type KeptVault } from './vault-settings.ts';

type Status = ExportAnswer['files'][number]['status'];

/** What became of a writing: the answer, and the error of the whole or of its first file that was refused. */
export interface VaultWriting {
  readonly answer: ExportAnswer;
  readonly error: AppError | null;
}

/**
 * Writes reports (null = all) of a project into its vault and keeps what came of it in the library, with the row of the journal up
 * to which the vault is written now. The file of a report that has left the project stays as it is. Throws `vault-not-chosen` and what the export throws.
 */
export async function writeVault(
  deps: VaultDeps,
  reportIds: readonly string[] | null,
  vault: KeptVault,
): Promise<VaultWriting> {
  const { connection, projectId } = deps;
  const { folder, script, template, deleted } = vault;
  if (folder === null) throw new ZhupiError('vault-not-chosen');
  const seq = lastSeq(connection);
  const own = vaultReports(connection, projectId);
  const ids = own === null ? reportIds : (reportIds ?? [...own]).filter((id) => own.has(id));
  const request = { reportIds: ids, folder, script, template, deleted, isVault: true };
  try {
    const answer = await deps.exportMarkdown(deps.exportDeps, request);
    const error = answer.files.find((file) => file.error !== null)?.error ?? null;
    // The folder may have been changed meanwhile; what was written elsewhere says nothing of the new one.
    if (readVault(connection, projectId).folder === folder) {
      const last = { time: deps.now(), ...countsOf(answer), error };
      changeVault(connection, projectId, { last, ...(error === null ? { seq } : {}) });
    }
    return { answer, error };
  } catch (thrown) {
    const error = toAppError(thrown);
    changeVault(connection, projectId, {
      last: { time: deps.now(), written: 0, unchanged: 0, refused: 0, error },
    });
    throw thrown;
  }
}

function countsOf({ files }: ExportAnswer) {
  const count = (...counted: readonly Status[]): number =>
    files.filter(({ status }) => counted.includes(status)).length;
  return {
    written: count('written', 'merged'),
    unchanged: count('unchanged'),
    refused: count('refused'),
  };
}
