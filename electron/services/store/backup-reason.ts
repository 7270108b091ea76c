import path from 'node:path';
import type { BackupEntry } from '#core/ipc/calls/backup-calls.ts';

const REASON = /^zhupi-\d{8}T\d{9}Z-([a-z0-9-]+)\.db$/u;

/** Why a backup was made, read from its name. */
export function backupReason(file: string): BackupEntry['reason'] {
  const reason = REASON.exec(path.basename(file))?.[1] ?? '';
  if (reason === 'daily' || reason === 'hand') return reason;
  if (reason === 'before-restore') return 'restore';
  if (reason === 'before-merge') return 'merge';
  if (/^before-\d+$/u.test(reason)) return 'migration';
  return reason === 'bulk' || reason.startsWith('before-') ? 'bulk' : 'other';
}
