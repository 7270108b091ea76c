/**
 * Errors that a user can meet: a code and parameters, never a sentence. The sentence is made by core/messages in the
 * language of the window or of the command (DESIGN: errors).
 */
export const ERROR_CODES = [
  // Files that come in
  'file-not-found',
  'file-unreadable',
  'file-empty',
  'file-too-large',
  'file-not-text',
  'file-undecodable',
  'file-kind-unknown',
  'file-damaged',
  'file-encrypted',
  'file-expands',
  'file-too-complex',
  'pdf-without-text',
  'pdf-text-unreadable',
  'folder-unreadable',
  'clipboard-empty',
  // Packs
  'pack-invalid',
  'pack-too-large',
  'pack-report-invalid',
  'pack-not-found',
  'pack-older',
  // Reports and notes
  'report-unknown',
  'report-ambiguous',
  'report-changed',
  'report-duplicate',
  'metadata-invalid',
  'encoding-fixed',
  'original-missing',
  'original-target-taken',
  'quote-not-found',
  'quote-ambiguous',
  'quote-nth-out-of-range',
  'annotation-unknown',
  'annotation-conflict',
  'note-limit',
  'range-invalid',
  // Codes and projects
  'code-unknown',
  'code-changed',
  'code-name-taken',
  'code-parent-invalid',
  'code-built-in',
  'project-unknown',
  'project-changed',
  'project-name-taken',
  'project-fixed',
  'saved-search-unknown',
  'saved-search-changed',
  'saved-search-name-taken',
  // History
  'undo-nothing',
  'redo-nothing',
  'undo-superseded',
  // Search
  'query-bad',
  // Export
  'export-folder-missing',
  'export-folder-unwritable',
  'export-disk-full',
  'export-nothing',
  'notes-file-invalid',
  'notes-report-unknown',
  'template-invalid',
  'template-unknown',
  'vault-folder-missing',
  'vault-not-chosen',
  // Backups
  'backup-invalid',
  'backup-newer',
  'backup-target-taken',
  // Store
  'store-locked',
  'store-newer',
  'store-damaged',
  'store-unwritable',
  'disk-full',
  'output-failed',
  'cancelled',
  'usage',
  'request-invalid',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Values that stand in the sentence: paths, names, numbers. */
export type ErrorParams = Readonly<Record<string, string | number>>;

export interface AppError {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

/** Carries an {@link AppError} up to the border (IPC, command line), where it becomes a Result. */
export class ZhupiError extends Error implements AppError {
  override readonly name = 'ZhupiError';
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, options?: { readonly cause?: unknown }) {
    super(`${code} ${JSON.stringify(params)}`, options);
    this.code = code;
    this.params = params;
  }
}

/** The error of anything thrown; what is not a ZhupiError becomes `internal` with its message. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof ZhupiError) return { code: thrown.code, params: thrown.params };
  return { code: 'internal', params: { message: thrown instanceof Error ? thrown.message : String(thrown) } };
}
